// 表四 政府信息公开行政复议、行政诉讼情况: one line of fifteen cells below a header of three.

import { label, type Drawing, type Form, type Head, type Label, type Slot } from './form';

const results: readonly (readonly [string, Label])[] = [
  ['upheld', label('结果维持', 'Upheld')],
  ['corrected', label('结果纠正', 'Corrected')],
  ['other', label('其他结果', 'Other result')],
  ['pending', label('尚未审结', 'Pending')],
  ['total', label('总计', 'Total')],
];

const reviews: Readonly<Record<string, Label>> = {
  reconsideration: label('行政复议', 'Administrative reconsideration'),
  direct: label('未经复议直接起诉', 'Direct, without reconsideration'),
  after: label('复议后起诉', 'After reconsideration'),
};

function draw(): Drawing {
  const subheads = (rows?: number): Head[] =>
    results.map(([, text]) => (rows ? { kind: 'column', label: text, rows } : { kind: 'column', label: text }));
  return {
    title: label('四、政府信息公开行政复议、行政诉讼情况', '4. Reconsiderations and lawsuits'),
    short: label('复议诉讼', 'Reviews'),
    head: [
      [
        { kind: 'column', label: reviews['reconsideration']!, columns: 5 },
        { kind: 'column', label: label('行政诉讼', 'Lawsuits'), columns: 10 },
      ],
      [
        ...subheads(2),
        { kind: 'column', label: reviews['direct']!, columns: 5 },
        { kind: 'column', label: reviews['after']!, columns: 5 },
      ],
      [...subheads(), ...subheads()],
    ],
    body: [Object.keys(reviews).flatMap((row) => results.map(([column]): Slot => ({ kind: 'cell', row, column })))],
  };
}

export const review: Form = {
  draw,
  names: (cell) => ({ row: reviews[cell.row], column: results.find(([key]) => key === cell.column)?.[1] }),
};
