// 表二 主动公开政府信息情况, editions 2021 and 2019: blocks of rows, each with its own columns.

import type { Table } from '../result';
import { label, rowsOf, slotsOf, type Drawing, type Form, type Head, type Label, type Slot } from './form';

interface Block {
  readonly item: Label;
  readonly columns: readonly string[];
  readonly rows: readonly string[];
}

const content = label('信息内容', 'Kind of information');
const item = (zh: string, en: string): Label => label(`第二十条第（${zh}）项`, `Article 20 (${en})`);

const disclosureColumns: Readonly<Record<string, Label>> = {
  issued: label('本年制发件数', 'Issued this year'),
  repealed: label('本年废止件数', 'Repealed this year'),
  in_force: label('现行有效件数', 'In force'),
  decisions: label('本年处理决定数量', 'Decisions this year'),
  amount: label('本年收费金额（单位：万元）', 'Fees this year (10,000 yuan)'),
  made: label('本年新制作数量', 'Made this year'),
  disclosed: label('本年新公开数量', 'Newly disclosed this year'),
  public_total: label('对外公开总数量', 'Public in all'),
  previous: label('上一年项目数量', 'Items last year'),
  change: label('本年增/减', 'Change this year'),
  projects: label('采购项目数量', 'Procurement projects'),
};

const disclosureRows: Readonly<Record<string, Label>> = {
  regulations: label('规章', 'Regulations'),
  normative: label('行政规范性文件', 'Normative documents'),
  licences: label('行政许可', 'Licences'),
  services: label('其他对外管理服务事项', 'Other public services'),
  penalties: label('行政处罚', 'Penalties'),
  coercion: label('行政强制', 'Coercive measures'),
  fees: label('行政事业性收费', 'Administrative fees'),
  procurement: label('政府集中采购', 'Central procurement'),
};

const blocks2021: readonly Block[] = [
  { item: item('一', '1'), columns: ['issued', 'repealed', 'in_force'], rows: ['regulations', 'normative'] },
  { item: item('五', '5'), columns: ['decisions'], rows: ['licences'] },
  { item: item('六', '6'), columns: ['decisions'], rows: ['penalties', 'coercion'] },
  { item: item('八', '8'), columns: ['amount'], rows: ['fees'] },
];

const blocks2019: readonly Block[] = [
  { item: item('一', '1'), columns: ['made', 'disclosed', 'public_total'], rows: ['regulations', 'normative'] },
  { item: item('五', '5'), columns: ['previous', 'change', 'decisions'], rows: ['licences', 'services'] },
  { item: item('六', '6'), columns: ['previous', 'change', 'decisions'], rows: ['penalties', 'coercion'] },
  { item: item('八', '8'), columns: ['previous', 'change'], rows: ['fees'] },
  { item: item('九', '9'), columns: ['projects', 'amount'], rows: ['procurement'] },
];

/** The 2019 edition words three labels differently. */
const wording2019: Readonly<Record<string, Label>> = {
  normative: label('规范性文件', 'Normative documents'),
  decisions: label('处理决定数量', 'Decisions'),
  amount: label('采购总金额', 'Procurement amount'),
};

const width = 3; // value columns of the widest block

function draw(table: Table): Drawing {
  const old = is2019(table);
  const words = (key: string, usual: Readonly<Record<string, Label>>): Label =>
    (old ? wording2019[key] : undefined) ?? usual[key] ?? label(key, key);
  // The last column of a narrower block takes the rest of the width, as in the form.
  const rest = (columns: readonly string[], at: number): { columns?: number } =>
    at === columns.length - 1 && columns.length < width ? { columns: width - columns.length + 1 } : {};

  const body: (Head | Slot)[][] = [];
  for (const block of old ? blocks2019 : blocks2021) {
    body.push([{ kind: 'block', label: block.item, columns: width + 1 }]);
    body.push([
      { kind: 'column', label: content },
      ...block.columns.map((column, at): Head => ({
        kind: 'column',
        label: words(column, disclosureColumns),
        ...rest(block.columns, at),
      })),
    ]);
    for (const row of block.rows)
      body.push([
        { kind: 'stub', label: words(row, disclosureRows) },
        ...block.columns.map((column, at): Slot => ({ kind: 'cell', row, column, ...rest(block.columns, at) })),
      ]);
  }
  for (const { key, own } of rowsOf(table)) if (own) body.push([{ kind: 'stub', label: own }, ...slotsOf(table, key)]);
  return {
    title: label('二、主动公开政府信息情况', '2. Proactive disclosure'),
    short: label('主动公开', 'Disclosure'),
    head: [],
    body,
  };
}

function is2019(table: Table): boolean {
  return table.cells.some((cell) => cell.column === 'made' || cell.column === 'previous');
}

export const disclosure: Form = {
  draw,
  names(cell, table) {
    const old = is2019(table) ? wording2019 : {};
    return {
      row: old[cell.row] ?? disclosureRows[cell.row],
      column: old[cell.column] ?? disclosureColumns[cell.column],
    };
  },
};
