// What a rule rests on, as far as the report's form goes: the catalogue names the notices of all forms, each of which is
// about its own reports only.

import type { Checked, Rule } from './result';

const notices: Readonly<Record<NonNullable<Checked['report']['form']>, string>> = {
  '2021': '〔2021〕30号',
  '2019': '〔2019〕60号',
  '2014': '〔2014〕32号',
};

export function basisOf({ basis }: Rule, { report: { form } }: Checked): string {
  if (form === null) return basis;
  const [, separator] = /([；;] ?)/.exec(basis) ?? ['', ''];
  if (!separator) return basis;
  const others = Object.values(notices).filter((notice) => notice !== notices[form]);
  const apply = basis.split(separator).filter((source) => !others.some((notice) => source.includes(notice)));
  return apply.length > 0 ? apply.join(separator) : basis; // better the notice of another form than none
}
