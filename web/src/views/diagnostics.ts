// Findings as the text pane shows them: a squiggle, a mark in the gutter, and a card with the equation, the law and the fixes.

import type { Diagnostic } from '@codemirror/lint';
import { basisOf } from '../basis';
import { h } from '../dom';
import type { Checked, Finding, Fix, Rule } from '../result';
import type { Words } from '../words';
import type { Shown } from './details';

/** More than these would hide the text. */
const fixes = 3;

/** `open`: indices of the findings that are not put aside; `length`: of the text as it is now. */
export function diagnosticsOf(
  open: readonly number[],
  { result, words }: Shown,
  rules: ReadonlyMap<string, Rule>,
  accept: (fix: Fix) => void,
  length: number,
): Diagnostic[] {
  return open.flatMap((index) => {
    const finding = result.findings[index]!;
    const { span, severity, message } = finding;
    if (!span || span.end > length) return [];
    return {
      from: span.start,
      to: span.end,
      severity,
      message,
      renderMessage: () => card(finding, rules.get(finding.rule), result, words),
      actions: finding.fixes
        .filter((fix) => fix.safety !== 'show_only' && fix.edits.length > 0)
        .slice(0, fixes)
        .map((fix) => ({ name: fix.title, apply: () => accept(fix) })),
    };
  });
}

function card({ severity, message, equation }: Finding, rule: Rule | undefined, result: Checked, words: Words): HTMLElement {
  const known = equation && equation.left !== null && equation.right !== null && equation.difference !== null;
  return h(
    'div',
    {},
    h('b', { class: `g-severity g-severity-${severity}` }, words.severity[severity]),
    message,
    known &&
      h(
        'p',
        { class: 'g-equation' },
        `${equation.text}：`,
        h('b', {}, `${equation.left} ≠ ${equation.right}`),
        ` ${words.findings.difference(String(Math.abs(equation.difference)))}`,
      ),
    rule && h('p', { class: 'g-law' }, `${words.findings.basis}：${basisOf(rule, result)}`),
  );
}
