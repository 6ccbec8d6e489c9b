// 政府信息公开情况统计表, the annex of the reports for 2014 to 2018.

import type { Table } from '../result';
import { label, rowsOf, slotsOf, type Drawing, type Form, type Head, type Label, type Slot } from './form';

/** Key, label, unit and depth of indentation; a line without a key is a heading. */
type StatisticsLine = readonly [string | null, string, string, string, number];

// prettier-ignore
const statisticsLines: readonly StatisticsLine[] = [
  [null, '一、主动公开情况', '1. Proactive disclosure', '', 0],
  ['disclosed', '（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）', '(1) Information disclosed (once for all channels)', '条', 0],
  ['disclosed.normative', '其中：主动公开规范性文件数', 'of which normative documents', '条', 2],
  ['normative.issued', '制发规范性文件总数', 'Normative documents issued', '件', 1],
  [null, '（二）通过不同渠道和方式公开政府信息的情况', '(2) By channel', '', 0],
  ['channel.gazette', '1.政府公报公开政府信息数', '1. Gazette', '条', 1],
  ['channel.website', '2.政府网站公开政府信息数', '2. Website', '条', 1],
  ['channel.weibo', '3.政务微博公开政府信息数', '3. Weibo', '条', 1],
  ['channel.wechat', '4.政务微信公开政府信息数', '4. WeChat', '条', 1],
  ['channel.other', '5.其他方式公开政府信息数', '5. Other means', '条', 1],
  [null, '二、回应解读情况', '2. Responses and explanations', '', 0],
  ['responses', '（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）', '(1) Responses to public concern (once for all means)', '次', 0],
  [null, '（二）通过不同渠道和方式回应解读的情况', '(2) By channel', '', 0],
  ['response.press', '1.参加或举办新闻发布会总次数', '1. Press conferences', '次', 1],
  ['response.press.leader', '其中：主要负责同志参加新闻发布会次数', 'of which with the head of the body', '次', 2],
  ['response.interview', '2.政府网站在线访谈次数', '2. Online interviews', '次', 1],
  ['response.interview.leader', '其中：主要负责同志参加政府网站在线访谈次数', 'of which with the head of the body', '次', 2],
  ['response.articles', '3.政策解读稿件发布数', '3. Articles explaining policy', '篇', 1],
  ['response.posts', '4.微博微信回应事件数', '4. Responses on social media', '次', 1],
  ['response.other', '5.其他方式回应事件数', '5. Other responses', '次', 1],
  [null, '三、依申请公开情况', '3. Requests', '', 0],
  ['requests', '（一）收到申请数', '(1) Requests received', '件', 0],
  ['requests.in_person', '1.当面申请数', '1. In person', '件', 1],
  ['requests.fax', '2.传真申请数', '2. By fax', '件', 1],
  ['requests.online', '3.网络申请数', '3. Online', '件', 1],
  ['requests.letter', '4.信函申请数', '4. By letter', '件', 1],
  ['closed', '（二）申请办结数', '(2) Requests closed', '件', 0],
  ['closed.on_time', '1.按时办结数', '1. On time', '件', 1],
  ['closed.extended', '2.延期办结数', '2. After extension', '件', 1],
  ['answered', '（三）申请答复数', '(3) Requests answered', '件', 0],
  ['answered.public', '1.属于已主动公开范围数', '1. Already public', '件', 1],
  ['answered.granted', '2.同意公开答复数', '2. Granted', '件', 1],
  ['answered.partial', '3.同意部分公开答复数', '3. Partly granted', '件', 1],
  ['answered.refused', '4.不同意公开答复数', '4. Refused', '件', 1],
  ['refused.state_secret', '其中：涉及国家秘密', 'of which state secret', '件', 2],
  ['refused.trade_secret', '涉及商业秘密', 'trade secret', '件', 3],
  ['refused.privacy', '涉及个人隐私', 'privacy', '件', 3],
  ['refused.safety', '危及国家安全、公共安全、经济安全和社会稳定', 'security and stability', '件', 3],
  ['refused.not_covered', '不是《条例》所指政府信息', 'not information under the Regulation', '件', 3],
  ['refused.other_law', '法律法规规定的其他情形', 'other cases under law', '件', 3],
  ['answered.not_ours', '5.不属于本行政机关公开数', "5. Not this body's to disclose", '件', 1],
  ['answered.nonexistent', '6.申请信息不存在数', '6. Does not exist', '件', 1],
  ['answered.amend', '7.告知作出更改补充数', '7. Asked to amend', '件', 1],
  ['answered.other_channel', '8.告知通过其他途径办理数', '8. Referred elsewhere', '件', 1],
  ['reconsideration', '四、行政复议数量', '4. Reconsiderations', '件', 0],
  ['reconsideration.upheld', '（一）维持具体行政行为数', '(1) Upheld', '件', 1],
  ['reconsideration.corrected', '（二）被依法纠错数', '(2) Corrected', '件', 1],
  ['reconsideration.other', '（三）其他情形数', '(3) Other', '件', 1],
  ['litigation', '五、行政诉讼数量', '5. Lawsuits', '件', 0],
  ['litigation.upheld', '（一）维持具体行政行为或者驳回原告诉讼请求数', '(1) Upheld or dismissed', '件', 1],
  ['litigation.corrected', '（二）被依法纠错数', '(2) Corrected', '件', 1],
  ['litigation.other', '（三）其他情形数', '(3) Other', '件', 1],
  ['complaints', '六、举报投诉数量', '6. Complaints', '件', 0],
  ['fees', '七、依申请公开信息收取的费用', '7. Fees collected on request', '万元', 0],
  [null, '八、机构建设和保障经费情况', '8. Bodies and funds', '', 0],
  ['bodies', '（一）政府信息公开工作专门机构数', '(1) Dedicated bodies', '个', 1],
  ['reading_points', '（二）设置政府信息公开查阅点数', '(2) Reading points', '个', 1],
  ['staff', '（三）从事政府信息公开工作人员数', '(3) Staff', '人', 1],
  ['staff.full_time', '1.专职人员数（不包括政府公报及政府网站工作人员数）', '1. Full-time (without gazette and website)', '人', 2],
  ['staff.part_time', '2.兼职人员数', '2. Part-time', '人', 2],
  ['funds', '（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面经费）', '(4) Dedicated funds (without gazette and website)', '万元', 1],
  [null, '九、政府信息公开会议和培训情况', '9. Meetings and training', '', 0],
  ['meetings', '（一）召开政府信息公开工作会议或专题会议数', '(1) Meetings', '次', 1],
  ['trainings', '（二）举办各类培训班数', '(2) Training courses', '次', 1],
  ['trainees', '（三）接受培训人员数', '(3) People trained', '人次', 1],
];

const units: Readonly<Record<string, string>> = {
  条: 'items',
  件: 'cases',
  次: 'times',
  篇: 'articles',
  个: 'places',
  人: 'people',
  人次: 'attendances',
  万元: '10,000 yuan',
};

/** Indentation is part of the label, as the form prints it. */
const indented = (zh: string, en: string, depth: number): Label =>
  label('　'.repeat(depth) + zh, '　'.repeat(depth) + en);

function draw(table: Table): Drawing {
  const body: (Head | Slot)[][] = statisticsLines.map(([key, zh, en, unit, depth]) => {
    if (key === null) return [{ kind: 'heading', label: label(zh, en), columns: 3 }];
    return [
      { kind: 'stub', label: indented(zh, en, depth) },
      { kind: 'unit', label: label(unit, units[unit] ?? unit) },
      { kind: 'cell', row: key, column: 'value' },
    ];
  });
  for (const { key, own } of rowsOf(table))
    if (own) body.push([{ kind: 'stub', label: own }, { kind: 'unit', label: label('', '') }, ...slotsOf(table, key)]);
  return {
    title: label('附：政府信息公开情况统计表', 'Annex: statistics of disclosure'),
    short: label('情况统计表', 'Statistics'),
    head: [
      [
        { kind: 'column', label: label('统计指标', 'Indicator') },
        { kind: 'column', label: label('单位', 'Unit') },
        { kind: 'column', label: label('统计数', 'Figure') },
      ],
    ],
    body,
  };
}

export const statistics: Form = {
  draw,
  names(cell) {
    const line = statisticsLines.find(([key]) => key === cell.row);
    return { row: line && label(line[1], line[2]), column: null };
  },
};
