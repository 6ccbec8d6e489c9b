// 简体中文, which the page speaks by default. It says which words there are; English has the same.

import type { Checked, Severity } from '../result';
import type { Foreign } from '../files';
import type { Notice, Quantities } from '../state';
import type { Offline } from '../offline';
import type { Theme } from '../place';
import type { Format } from '../takeaway/takeaway';

/** A finding, told to whoever wrote the report. */
interface Sentence {
  readonly title: string | null;
  readonly where: string;
  readonly message: string;
  readonly equation: string | null;
  readonly basis: string | null;
}

export const zh = {
  name: '勾稽',
  tagline: '政府信息公开工作年度报告校核',
  title: '勾稽 · 政府信息公开工作年度报告校核',
  privacy: '全部在您的浏览器里完成，文字不会离开这台电脑',
  version: (version: string) => `版本 ${version}`,
  ruleset: (count: number, mark: string) => `规则 ${count} 条（${mark}）`,
  otherLanguage: 'English',
  offline: { no: '', ready: '已可离线使用', newer: '已可离线使用；新版本已备好，关掉本页再打开就换上' } as Readonly<Record<Offline, string>>,
  theme: '外观',
  themes: { system: '跟随系统', light: '浅色', dark: '深色', contrast: '高对比' } as Readonly<Record<Theme, string>>,
  wipe: '清除全部痕迹',

  verify: {
    open: '如何自己验证',
    heading: '如何自己验证：文字没有离开这台电脑',
    intro: '不必相信我们，下面每一条都可以自己试。',
    steps: [
      ['拔掉网线', '断开网络再粘贴报告：校核、改数、导出、打印都照常。'],
      [
        '看网络记录',
        '按 F12 打开开发者工具，选“网络”，清空记录，再做任何操作：没有一条发往别处的请求，出现“已可离线使用”之后一条请求也没有。（浏览器自己会在打开页面时问一次有没有新版本，只取 sw.js，不带任何内容。）',
      ],
      [
        '试着往外发',
        '在开发者工具的“控制台”里输入 fetch("/")：会被内容安全策略拦下。页面的策略是 connect-src \'none\'，在文本框能输入之前就已生效，之后谁也撤不掉。',
      ],
      [
        '核对文件',
        '每次发布都附有 SHA256SUMS。Windows：certutil -hashfile gouji.html SHA256；统信、麒麟等 Linux：sha256sum gouji.html。与公布的数值一致，就是公布的那一份。',
      ],
    ] as readonly (readonly [string, string])[],
    module: '正在使用的校核程序 gouji.wasm，SHA-256：',
    kept: '存了什么',
    keeps: [
      '文本的草稿只存在这个标签页里，刷新不丢，关掉就没有。',
      '没有 Cookie，没有账号，没有统计。',
      '为离线使用，浏览器存着这个页面自己的程序文件，里面没有您的文字。',
    ],
  },
  skip: '跳到校核结果',

  failed: '校核程序没有载入成功，请刷新页面再试；仍不成功，请换用较新的浏览器（Chrome、Edge、360 极速模式等）。',

  text: {
    heading: '报告文本',
    placeholder: '把年度报告全文粘贴到这里，或者把 .txt、.md、.html 文件拖进来',
    choose: '选择文件',
    clear: '清空',
    drop: '松开，校核这个文件',
    dropHint: '文件只在这个页面里打开，不会上传',
    fileInfo: (name: string, encoding: string) => (encoding ? `${name} · ${encoding}` : name),
    firstOfMany: (count: number, name: string) => `放下了 ${count} 个文件，一次看一个：现在是 ${name}。`,
    find: '查找',
  },

  panes: { heading: '看哪一边', text: '原文', results: '结果' },
  results: '校核结果',
  goTo: '跳到',

  empty: {
    heading: '粘贴报告，立刻看到哪里对不上',
    equation: '第一项加第二项之和，等于第三项加第四项之和',
    steps: [
      '把年度报告全文粘贴到文本框，从 Word、WPS、PDF 或网页复制都可以；也可以把 .txt、.md、.html 文件拖进来。',
      '三张法定表会照原表重新画出来，每一项勾稽关系都重新计算。',
      '有错的地方，在表里和原文里同时标出；点哪里，就跳到哪里。',
    ],
    clean: '看一份没有问题的样例',
    errors: '看一份有错的样例',
    invented: '两份样例都是编的，地名和数字均属虚构。',
  },

  checking: '正在校核……',
  stop: '停止',
  stopped: '已停止。改动文本后会重新校核。',

  summary: {
    untitled: '（没有找到标题）',
    body: '机关',
    year: '年度',
    form: '格式',
    sections: '章节',
    numbers: '正文数字',
    numbersTotal: (total: number) => `${total} 个`,
    numbersChecked: (checked: number) => `已核 ${checked} 个`,
    aside: (count: number) => `已放下 ${count}`,
    yearValue: (year: number) => `${year} 年`,
    unknown: '未能判断',
    bodyValue: (name: string, level: string, kind: string) => {
      const what = [zhLevels[level], zhKinds[kind]].filter(Boolean).join(' · ');
      return what ? `${name}（${what}）` : name;
    },
    forms: {
      '2021': '2021 年格式（国办公开办函〔2021〕30号）',
      '2019': '2019 年试行格式（国办公开办函〔2019〕60号）',
      '2014': '2014 年统计表（国办发〔2014〕32号）',
    } as Readonly<Record<string, string>>,
    error: '错误',
    warning: '提醒',
    info: '提示',
    passed: '勾稽关系成立',
    passedOf: (total: number) => `共 ${total} 项`,
    allHold: (passed: number) => `没有发现问题，${passed} 项勾稽关系全部成立。`,
    nothingFound: '没有发现问题。',
    noEquations: '文本里没有可以核对的勾稽关系。',
    spoken: ({ errors, warnings, infos, passed, failed }: Checked['summary']) =>
      `校核完成：${errors} 处错误，${warnings} 处提醒，${infos} 处提示；${passed} 项勾稽关系成立，${failed} 项不成立。`,
  },

  severity: { error: '错误', warning: '提醒', info: '提示' } as Readonly<Record<Severity, string>>,

  findings: {
    heading: '发现的问题',
    line: (line: number) => `第 ${line} 行`,
    nowhere: '原文里没有对应的位置',
    difference: (difference: string) => `差 ${difference}`,
    zeros: (count: number) => `另有 ${count} 格是 0`,
    addends: '这个等式里的数',
    related: '有关的地方',
    suggestions: '可能的改法',
    inText: '在原文中看',
    inTable: '在表中看',
    position: (at: number, count: number) => (at > 0 ? `第 ${at} 条，共 ${count} 条` : `共 ${count} 条`),
    previous: '上一条',
    next: '下一条',
    confidence: (percent: number) => `把握 ${percent}%`,
    accept: '照此修改',
    removes: '删去：',
    inserts: '改成：',
    copy: '复制成一句话',
    dismiss: '不用改……',
    whyDismiss: '为什么不用改？只记在这个页面里，关掉就没有了。',
    reasons: ['已核实，原文无误', '已转告起草人', '不适用于本机关'],
    ownReason: '别的原因',
    give: '确定',
    dismissed: (count: number) => `已放下 ${count} 条`,
    dismissedHint: '放下的问题不再标出，随时可以恢复。',
    reason: (reason: string) => `理由：${reason}`,
    restore: '恢复',
    sentence: ({ title, where, message, equation, basis }: Sentence) =>
      `${title ? `《${title}》` : ''}${where}：${message.replace(/。$/, '')}${equation ? `（${equation}）` : ''}。${basis ? `依据：${basis.replace(/。$/, '')}。` : ''}`,
    explain: '为什么 · 依据 · 怎么改',
    why: '为什么',
    basis: '依据',
    remedy: '怎么改',
  },

  tables: {
    heading: '法定表格',
    hint: '点一格，看它在原文里的位置；双击或按 Enter 改数，原文跟着改。方向键可以在格子之间移动。',
    blank: '空白',
    missing: '未找到',
    state: {
      blank: '空白，没有填数',
      dash: '不是数字',
      unreadable: '无法确定是什么数',
      missing: '原文里没有找到',
      chosen: '这一行的数字可以有几种分法，按勾稽关系只有这一种成立',
      trouble: '有错',
      suspect: '所在的等式不成立',
    },
    fails: '这一格所在、不成立的等式',
    none: '没有在文本里找到法定表格。',
  },

  claims: {
    heading: '正文里的数字',
    count: (total: number, checked: number, unchecked: number, other: number) =>
      `共 ${total} 个：${checked} 个已与表格或上下文核对，${unchecked} 个看懂了但无可核对，${other} 个是日期、文号等。`,
    which: { all: '全部', checked: '已核', agrees: '相符', disagrees: '不符', unchecked: '无可核对' } as Readonly<
      Record<Quantities, string>
    >,
    show: '逐个列出',
    more: (count: number) => `等 ${count} 格`,
  },

  overview: {
    heading: '一眼看懂',
    origin: (total: number) => `申请从哪里来（本年新收 ${total} 件）`,
    outcome: (total: number) => `申请怎么办的（共 ${total} 件）`,
    missing: (count: number) => `有 ${count} 格没有数或读不准，没有画进来。`,
  },

  tour: {
    open: '两分钟导览',
    previous: '上一步',
    next: '下一步',
    done: '开始使用',
    position: (at: number, count: number) => `${at} / ${count}`,
    steps: [
      ['报告文本', '把报告全文粘贴在这里。边改边核，不用按任何按钮；改错了按 Ctrl+Z 退回。有问题的字下面有线。'],
      ['十秒看结论', '几处错误、几处提醒、多少项勾稽关系成立，一眼看到。点“正文数字”后面的个数，可以看它们各在哪里。'],
      ['逐条处理', '按 F8 走到下一条，Shift+F8 回到上一条。可以照建议修改，可以写明理由放下，也可以复制成一句话发给起草人。'],
      ['照原表画出的表', '错的格子带 ✕。点一格，原文里的数同时亮起；双击或按 Enter 直接改，原文跟着改。'],
      ['带走', '打印一份校核意见单，或者存成 Excel、CSV、Markdown、JSON。'],
      ['放心', '全部在这台电脑里完成，断网也能用。不信可以点“如何自己验证”；用完点页脚的“清除全部痕迹”。'],
    ] as readonly (readonly [string, string])[],
  },

  takeaway: {
    heading: '带走',
    print: '打印校核意见单',
    link: '复制链接',
    formats: { xlsx: 'Excel 表格', csv: 'CSV', markdown: 'Markdown', json: 'JSON' } as Readonly<Record<Format, string>>,
    sheet: '校核意见',
    columns: ['序号', '程度', '位置', '问题', '等式', '依据', '不用改的理由'],
  },

  sheet: {
    heading: '政府信息公开工作年度报告校核意见单',
    title: '报告',
    body: '机关',
    year: '年度',
    form: '格式',
    date: '校核日期',
    by: '校核工具',
    file: '文件',
    digest: '文本的 SHA-256（UTF-8，换行为 LF）',
    findings: '校核意见',
    dismissed: '经说明不用改的',
    tables: '法定表格（有错的格加粗框）',
    passed: '核对过的勾稽关系',
    signature: '校核人：　　　　　　　　　　起草人：　　　　　　　　　　日期：　　　　年　　月　　日',
    day: (date: Date) => `${date.getFullYear()} 年 ${date.getMonth() + 1} 月 ${date.getDate()} 日`,
  },

  notice: {
    undo: '撤销',
    close: '关闭',
    fixed: '已经改进原文。',
    edited: '原文里的这一格已经改了。',
    dismissed: '已放下，在问题列表的末尾可以恢复。',
    copied: '已复制，可以粘贴给起草人。',
    link: '已复制：打开它会回到这个语言、外观和位置。链接里没有报告的任何内容。',
    wiped: '已全部清除：文本、撤销记录、草稿，以及为离线使用存下的文件。',
    not_copied: '浏览器不让页面写剪贴板，没有复制成。',
  } as Readonly<Record<'undo' | 'close' | Notice['kind'], string>>,

  checks: {
    heading: '勾稽关系',
    count: (passed: number, failed: number, unknown: number) =>
      [`${passed} 项成立`, failed ? `${failed} 项不成立` : '', unknown ? `${unknown} 项缺数，无法核对` : '']
        .filter(Boolean)
        .join('，'),
    show: '列出全部勾稽关系',
    result: { passed: '成立', failed: '不成立', unknown: '缺数' } as Readonly<Record<string, string>>,
  },

  problem: {
    close: '知道了',
    kept: '文本框里原来的内容没有动。',
    heading: { file: '这个文件没有打开', text: '这段文字还不能校核' },
    howToCopy:
      '从 Word、WPS 或网页复制：打开报告，按 Ctrl+A 全选、Ctrl+C 复制，再回到这里按 Ctrl+V 粘贴，表格会一起带过来。从 PDF 复制时表格会变成一行行文字，也不要紧。',
    tooLarge: (name: string, size: string) =>
      `“${name}”有 ${size}，超过了 256 MB 的上限。年度报告一般只有几十 KB，请确认选对了文件。`,
    unreadable: (name: string) => `“${name}”没有读出来。文件可能已被移动或正被别的程序占用，请再选一次。`,
    foreign: (name: string, kind: Foreign) => `“${name}”是${zhForeign[kind][0]}，不能直接读。${zhForeign[kind][1]}`,
    picture: '剪贴板里是一张图片，里面没有文字。请打开原文件，选中文字和表格后复制；只有扫描件的，先做文字识别。',
  },

  editor: {
    Find: '查找',
    Replace: '替换为',
    next: '下一个',
    previous: '上一个',
    all: '全部选中',
    'match case': '区分大小写',
    'by word': '整词',
    regexp: '正则表达式',
    replace: '替换',
    'replace all': '全部替换',
    close: '关闭',
    'current match': '当前结果',
    'on line': '行',
    'replaced $ matches': '替换了 $ 处',
    'replaced match on line $': '替换了第 $ 行的一处',
    'Go to line': '跳到第几行',
    go: '跳转',
    'Control character': '控制字符',
  } as Record<string, string>,
};

const zhLevels: Readonly<Record<string, string>> = {
  state: '国家级',
  province: '省级',
  prefecture: '市级',
  county: '县级',
  township: '乡级',
};
const zhKinds: Readonly<Record<string, string>> = { government: '政府', office: '办公厅（室）', department: '部门' };

const copyAll = '请在其中按 Ctrl+A 全选、Ctrl+C 复制，再回到这里按 Ctrl+V 粘贴，表格会一起带过来。';
const zhForeign: Readonly<Record<Foreign, readonly [string, string]>> = {
  word: [' Word 或 WPS 文字文档', `请用 Word 或 WPS 打开它。${copyAll}`],
  sheet: ['电子表格', `请用 Excel 或 WPS 表格打开它，选中要核对的区域，按 Ctrl+C 复制，再回到这里按 Ctrl+V 粘贴。`],
  slides: ['演示文稿', '请打开它，把文字和表格复制过来粘贴。'],
  pdf: [
    ' PDF 文件',
    `请用浏览器或 PDF 阅读器打开它。${copyAll.replace('，表格会一起带过来', '')}表格变成一行行文字也不要紧。`,
  ],
  ofd: [' OFD 版式文件', '请用 OFD 阅读器打开它，全选、复制，再回到这里粘贴。表格变成一行行文字也不要紧。'],
  rtf: [' RTF 文档', `请用 Word 或 WPS 打开它。${copyAll}`],
  image: ['图片', '图片里没有可以复制的文字。请找到报告的原文件，或者先做文字识别，再把文字粘贴到这里。'],
  archive: ['压缩包', '请先解压，再把里面的报告打开，复制粘贴到这里。'],
};
