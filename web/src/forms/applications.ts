// 表三 收到和处理政府信息公开申请情况, editions 2021 and 2019: its rows are those that the report prints.

import type { Table } from '../result';
import { label, rowsOf, type Drawing, type Form, type Head, type Label, type Slot } from './form';

const applicants: readonly (readonly [string, Label])[] = [
  ['natural', label('自然人', 'Natural persons')],
  ['business', label('商业企业', 'Businesses')],
  ['research', label('科研机构', 'Research bodies')],
  ['welfare', label('社会公益组织', 'Public welfare')],
  ['legal', label('法律服务机构', 'Legal services')],
  ['other', label('其他', 'Other')],
  ['total', label('总计', 'Total')],
];

const outcome = label('三、本年度办理结果', '3. Outcomes this year');

const outcomeGroups: Readonly<Record<string, Label>> = {
  denied: label('（三）不予公开', '(3) Denied'),
  unable: label('（四）无法提供', '(4) Unable to provide'),
  declined: label('（五）不予处理', '(5) Declined'),
  other: label('（六）其他处理', '(6) Otherwise handled'),
};

const applicationRows: Readonly<Record<string, Label>> = {
  new: label('一、本年新收政府信息公开申请数量', '1. Requests received this year'),
  carried_in: label('二、上年结转政府信息公开申请数量', '2. Requests carried over from last year'),
  granted: label('（一）予以公开', '(1) Granted'),
  partial: label(
    '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    '(2) Partly granted (a request that is split counts here only)',
  ),
  'denied.state_secret': label('1.属于国家秘密', '1. State secret'),
  'denied.law': label('2.其他法律行政法规禁止公开', '2. Forbidden by other law'),
  'denied.safety': label('3.危及“三安全一稳定”', '3. Security and stability'),
  'denied.third_party': label('4.保护第三方合法权益', '4. Rights of third parties'),
  'denied.internal': label('5.属于三类内部事务信息', '5. Internal affairs'),
  'denied.process': label('6.属于四类过程性信息', '6. Deliberative material'),
  'denied.enforcement': label('7.属于行政执法案卷', '7. Enforcement files'),
  'denied.query': label('8.属于行政查询事项', '8. Administrative queries'),
  'unable.not_held': label('1.本机关不掌握相关政府信息', '1. Not held by this body'),
  'unable.creation': label('2.没有现成信息需要另行制作', '2. Would have to be made'),
  'unable.unclear': label('3.补正后申请内容仍不明确', '3. Still unclear after correction'),
  'declined.complaint': label('1.信访举报投诉类申请', '1. Petition or complaint'),
  'declined.repeat': label('2.重复申请', '2. Repeated request'),
  'declined.publication': label('3.要求提供公开出版物', '3. Published matter'),
  'declined.excessive': label('4.无正当理由大量反复申请', '4. Excessive requests without reason'),
  'declined.reissue': label('5.要求行政机关确认或重新出具已获取信息', '5. Confirmation or reissue of what was given'),
  'other.no_correction': label(
    '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    '1. Not corrected in time, no longer handled',
  ),
  'other.no_payment': label(
    '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    '2. Fee not paid in time, no longer handled',
  ),
  'other.other': label('3.其他', '3. Other'),
  other: label('（六）其他处理', '(6) Otherwise handled'),
  total: label('（七）总计', '(7) Total'),
  carried_out: label('四、结转下年度继续办理', '4. Carried over to next year'),
};

/** Rows that stand outside 三、本年度办理结果 and so take the whole width of the labels. */
const outside = ['new', 'carried_in', 'carried_out'];

function draw(table: Table): Drawing {
  const cells = (row: string): Slot[] => applicants.map(([column]) => ({ kind: 'cell', row, column }));
  const rows = rowsOf(table);
  const inside = rows.filter((row) => !outside.includes(row.key));
  const body = rows.map(({ key, own }): (Head | Slot)[] => {
    const text = applicationRows[key] ?? own ?? label(key, key);
    if (outside.includes(key)) return [{ kind: 'stub', label: text, columns: 3 }, ...cells(key)];
    const line: (Head | Slot)[] = [];
    if (key === inside[0]?.key) line.push({ kind: 'group', label: outcome, rows: inside.length });
    const group = groupOf(key);
    if (!group) return [...line, { kind: 'stub', label: text, columns: 2 }, ...cells(key)];
    const members = rows.filter((row) => groupOf(row.key) === group);
    if (members[0]?.key === key) line.push({ kind: 'group', label: outcomeGroups[group]!, rows: members.length });
    return [...line, { kind: 'stub', label: text }, ...cells(key)];
  });
  const organisations = applicants.slice(1, 6);
  return {
    title: label('三、收到和处理政府信息公开申请情况', '3. Requests received and handled'),
    short: label('依申请公开', 'Requests'),
    head: [
      [
        {
          kind: 'corner',
          label: label(
            '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
            '(In each column, items 1 and 2 add up to items 3 and 4.)',
          ),
          columns: 3,
          rows: 3,
        },
        { kind: 'column', label: label('申请人情况', 'Applicants'), columns: 6 },
        { kind: 'column', label: applicants[6]![1], rows: 3 },
      ],
      [
        { kind: 'column', label: applicants[0]![1], rows: 2 },
        { kind: 'column', label: label('法人或其他组织', 'Legal persons and other organisations'), columns: 5 },
      ],
      organisations.map(([, text]): Head => ({ kind: 'column', label: text })),
    ],
    body,
  };
}

function groupOf(row: string): string | null {
  const [group, item] = row.split('.');
  return item !== undefined && group !== undefined && group in outcomeGroups ? group : null;
}

export const applications: Form = {
  draw,
  names(cell) {
    const group = groupOf(cell.row);
    const row = applicationRows[cell.row];
    const of = group ? outcomeGroups[group] : undefined;
    return {
      row: row && of ? label(`${of.zh} ${row.zh}`, `${of.en} ${row.en}`) : row,
      column: applicants.find(([key]) => key === cell.column)?.[1],
    };
  },
};
