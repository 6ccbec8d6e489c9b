// English, complete as well.

import type { Foreign } from '../files';
import type { Words } from '../words';

const enLevels: Readonly<Record<string, string>> = {
  state: 'national',
  province: 'province',
  prefecture: 'prefecture',
  county: 'county',
  township: 'township',
};
const enKinds: Readonly<Record<string, string>> = {
  government: 'government',
  office: 'general office',
  department: 'department',
};

const copyAllEn = 'press Ctrl+A and Ctrl+C there, then Ctrl+V here; the tables come along.';
const enForeign: Readonly<Record<Foreign, readonly [string, string]>> = {
  word: ['a Word or WPS document', `Open it in Word or WPS, ${copyAllEn}`],
  sheet: ['a spreadsheet', 'Open it in Excel or WPS, select the cells to check, copy them, and paste them here.'],
  slides: ['a presentation', 'Open it, copy its text and tables, and paste them here.'],
  pdf: [
    'a PDF file',
    'Open it in a browser or a PDF reader, press Ctrl+A and Ctrl+C there, then Ctrl+V here. Tables may arrive as plain lines.',
  ],
  ofd: [
    'an OFD document',
    'Open it in an OFD reader, select all, copy, and paste here. Tables may arrive as plain lines.',
  ],
  rtf: ['an RTF document', `Open it in Word or WPS, ${copyAllEn}`],
  image: [
    'a picture',
    'There is no text to copy in a picture. Find the report itself, or run text recognition first, and paste the text here.',
  ],
  archive: ['an archive', 'Unpack it first, open the report that is inside, and copy and paste it here.'],
};

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

export const en: Words = {
  name: 'Gouji 勾稽',
  tagline: 'Checks reports on government disclosure',
  title: 'Gouji · checks annual reports on government information disclosure',
  privacy: 'Your text never leaves this computer',
  version: (version) => `version ${version}`,
  ruleset: (count, mark) => `${count} rules (${mark})`,
  otherLanguage: '简体中文',
  offline: { no: '', ready: 'Works offline now', newer: 'Works offline now; a newer version opens next time' },
  theme: 'Looks',
  themes: { system: 'System', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
  wipe: 'Wipe every trace',

  verify: {
    open: 'Verify it yourself',
    heading: 'Verify it yourself: the text does not leave this computer',
    intro: 'There is no need to believe us; each of these can be tried.',
    steps: [
      ['Pull the cable', 'Cut the network and paste a report: checking, editing, exporting and printing work as before.'],
      [
        'Watch the network',
        'Press F12, choose “Network”, clear the list and do what you like: nothing goes to any other place, and once “Works offline now” is shown there is no request at all. (When a page is opened, the browser itself asks once for a newer version: sw.js alone, with nothing in the request.)',
      ],
      [
        'Try to send something',
        'Enter fetch("/") in the console: the Content-Security-Policy blocks it. It says connect-src \'none\', stands before the text pane takes any input, and cannot be taken back.',
      ],
      [
        'Compare the files',
        'Each release comes with SHA256SUMS. Windows: certutil -hashfile gouji.html SHA256. Linux: sha256sum gouji.html. The same value is the same file.',
      ],
    ],
    module: 'SHA-256 of the checker that is running, gouji.wasm:',
    kept: 'What is kept',
    keeps: [
      'A draft of the text, in this tab only: it survives a reload and goes with the tab.',
      'No cookie, no account, no statistics.',
      'The files of the page itself, so that it works offline; none of your text is in them.',
    ],
  },
  skip: 'Skip to the results',

  failed:
    'The checker did not load. Please reload the page; if that does not help, use a newer browser (Chrome, Edge or Firefox).',

  text: {
    heading: 'Text of the report',
    placeholder: 'Paste the whole annual report here, or drop a .txt, .md or .html file',
    choose: 'Choose a file',
    clear: 'Clear',
    drop: 'Let go to check this file',
    dropHint: 'It is opened in this page only and never uploaded',
    fileInfo: (name, encoding) => (encoding ? `${name} · ${encoding}` : name),
    firstOfMany: (count, name) => `${count} files were dropped; one at a time: this is ${name}.`,
    find: 'Find',
  },

  panes: { heading: 'Which side to see', text: 'Text', results: 'Results' },
  results: 'Results',
  goTo: 'Go to',

  empty: {
    heading: 'Paste a report and see at once what does not add up',
    equation: 'items one and two add up to items three and four',
    steps: [
      'Paste the whole annual report into the text pane, copied from Word, WPS, a PDF or a web page; or drop a .txt, .md or .html file.',
      'The three statutory tables are drawn again as the form prints them, and every equation is recomputed.',
      'What is wrong is marked in the table and in the text alike; click either to see the other.',
    ],
    clean: 'See a sample without errors',
    errors: 'See a sample with errors',
    invented: 'Both samples are invented, places and numbers included.',
  },

  checking: 'Checking…',
  stop: 'Stop',
  stopped: 'Stopped. The text is checked again when it changes.',

  summary: {
    untitled: '(no title found)',
    body: 'Body',
    year: 'Year',
    form: 'Form',
    sections: 'Sections',
    numbers: 'Numbers in the text',
    numbersTotal: (total) => `${total} in all`,
    numbersChecked: (checked) => `${checked} checked`,
    aside: (count) => `${count} put aside`,
    yearValue: (year) => String(year),
    unknown: 'not recognised',
    bodyValue: (name, level, kind) => {
      const what = [enLevels[level], enKinds[kind]].filter(Boolean).join(', ');
      return what ? `${name} (${what})` : name;
    },
    forms: {
      '2021': '2021 form (国办公开办函〔2021〕30号)',
      '2019': '2019 trial form (国办公开办函〔2019〕60号)',
      '2014': '2014 statistics (国办发〔2014〕32号)',
    },
    error: 'Errors',
    warning: 'Warnings',
    info: 'Notes',
    passed: 'Equations that hold',
    passedOf: (total) => `of ${total}`,
    allHold: (passed) => `Nothing wrong was found; all ${plural(passed, 'equation')} hold.`,
    nothingFound: 'Nothing wrong was found.',
    noEquations: 'There are no equations to check in this text.',
    spoken: ({ errors, warnings, infos, passed, failed }) =>
      `Checked: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}, ${plural(infos, 'note')}; ${plural(passed, 'equation')} hold, ${failed} fail.`,
  },

  severity: { error: 'Error', warning: 'Warning', info: 'Note' },

  findings: {
    heading: 'Findings',
    line: (line) => `line ${line}`,
    nowhere: 'no place in the text',
    difference: (difference) => `off by ${difference}`,
    zeros: (count) => `and ${plural(count, 'cell')} with 0`,
    addends: 'Numbers in this equation',
    related: 'Related places',
    suggestions: 'Possible corrections',
    inText: 'Show in the text',
    inTable: 'Show in the table',
    position: (at, count) => (at > 0 ? `${at} of ${count}` : `${count} in all`),
    previous: 'Previous',
    next: 'Next',
    confidence: (percent) => `${percent}% sure`,
    accept: 'Change it so',
    removes: 'removes: ',
    inserts: 'puts: ',
    copy: 'Copy as a sentence',
    dismiss: 'Leave it…',
    whyDismiss: 'Why can it stay? Only this page remembers, until it is closed.',
    reasons: ['Verified, the text is right', 'Passed on to the author', 'Does not apply to this body'],
    ownReason: 'Another reason',
    give: 'Done',
    dismissed: (count) => `${count} put aside`,
    dismissedHint: 'What is put aside is no longer marked, and can be brought back at any time.',
    reason: (reason) => `Reason: ${reason}`,
    restore: 'Bring back',
    sentence: ({ title, where, message, equation, basis }) =>
      `${title ? `${title}, ` : ''}${where}: ${message.replace(/[.。]$/, '')}${equation ? ` (${equation})` : ''}.${basis ? ` Basis: ${basis.replace(/[.。]$/, '')}.` : ''}`,
    explain: 'Why · basis · remedy',
    why: 'Why',
    basis: 'Basis',
    remedy: 'Remedy',
  },

  tables: {
    heading: 'Statutory tables',
    hint: 'Click a cell to see where it stands in the text; double-click it or press Enter to edit it, and the text follows. The arrow keys move from cell to cell.',
    blank: 'blank',
    missing: 'not found',
    state: {
      blank: 'blank, no number was entered',
      dash: 'not a number',
      unreadable: 'cannot be read for certain',
      missing: 'not found in the text',
      chosen: 'these digits could be divided in several ways, and only this one satisfies the equations',
      trouble: 'wrong',
      suspect: 'in an equation that fails',
    },
    fails: 'Equations of this cell that fail',
    none: 'No statutory table was found in the text.',
  },

  claims: {
    heading: 'Numbers in the text',
    count: (total, checked, unchecked, other) =>
      `${plural(total, 'number')}: ${checked} compared with the tables or with each other, ${unchecked} understood with nothing to compare, ${other} dates, document numbers and the like.`,
    which: { all: 'All', checked: 'Checked', agrees: 'Agree', disagrees: 'Disagree', unchecked: 'Nothing to compare' },
    show: 'List them',
    more: (count) => ` and ${plural(count, 'more cell', 'more cells')}`,
  },

  overview: {
    heading: 'At a glance',
    origin: (total) => `Where applications came from (${total} new this year)`,
    outcome: (total) => `How they ended (${total} in all)`,
    missing: (count) => `${plural(count, 'cell')} without a figure, or with one that cannot be read, left out.`,
  },

  tour: {
    open: 'Quick tour',
    previous: 'Back',
    next: 'Next',
    done: 'Begin',
    position: (at, count) => `${at} / ${count}`,
    steps: [
      ['The text', 'Paste the whole report here. It is checked as you type, without a button; Ctrl+Z takes a change back. What is wrong is underlined.'],
      ['The result in ten seconds', 'How many errors and warnings there are and how many equations hold. Click the count of numbers to see where each of them stands.'],
      ['One after another', 'F8 goes to the next finding, Shift+F8 to the one before. Accept a correction, put a finding aside with a reason, or copy it as a sentence for the author.'],
      ['The tables, as the form prints them', 'A wrong cell has a ✕. Click a cell and its figure in the text lights up; double-click it or press Enter to edit it, and the text follows.'],
      ['Take it away', 'Print an opinion sheet, or save the findings as an Excel sheet, CSV, Markdown or JSON.'],
      ['Nothing to fear', 'Everything happens on this computer, without a network too. See “Verify it yourself”, and “Wipe every trace” at the foot of the page when done.'],
    ],
  },

  takeaway: {
    heading: 'Take away',
    print: 'Print the opinion sheet',
    link: 'Copy a link',
    formats: { xlsx: 'Excel sheet', csv: 'CSV', markdown: 'Markdown', json: 'JSON' },
    sheet: 'Findings',
    columns: ['No.', 'Severity', 'Place', 'Finding', 'Equation', 'Basis', 'Why it may stay'],
  },

  sheet: {
    heading: 'Opinion on an annual report on government information disclosure',
    title: 'Report',
    body: 'Body',
    year: 'Year',
    form: 'Form',
    date: 'Checked on',
    by: 'Checked with',
    file: 'File',
    digest: 'SHA-256 of the text (UTF-8, lines end with LF)',
    findings: 'Findings',
    dismissed: 'Put aside, with the reason',
    tables: 'Statutory tables (wrong cells have a heavy frame)',
    passed: 'Equations that were computed',
    signature: 'Checked by: ____________________    Written by: ____________________    Date: ______________',
    day: (date) => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`,
  },

  notice: {
    undo: 'Undo',
    close: 'Close',
    fixed: 'The text has been changed.',
    edited: 'The cell has been changed in the text.',
    dismissed: 'Put aside; it can be brought back at the end of the findings.',
    copied: 'Copied, ready to be pasted to the author.',
    link: 'Copied: it opens this language, these looks and this part. Nothing of the report is in it.',
    wiped: 'Wiped: the text, what could be undone, the draft, and the files kept for working offline.',
    not_copied: 'The browser did not let the page write to the clipboard; nothing was copied.',
  },

  checks: {
    heading: 'Equations',
    count: (passed, failed, unknown) =>
      [`${passed} hold`, failed ? `${failed} fail` : '', unknown ? `${unknown} lack a number` : '']
        .filter(Boolean)
        .join(', '),
    show: 'List every equation',
    result: { passed: 'holds', failed: 'fails', unknown: 'lacks a number' },
  },

  problem: {
    close: 'All right',
    kept: 'What was in the text pane has been left as it was.',
    heading: { file: 'This file was not opened', text: 'This text cannot be checked yet' },
    howToCopy:
      'From Word, WPS or a web page: open the report, press Ctrl+A and Ctrl+C, then Ctrl+V here; the tables come along. From a PDF the tables arrive as plain lines, which does no harm.',
    tooLarge: (name, size) =>
      `“${name}” has ${size}, more than the limit of 256 MB. An annual report has some tens of kB; please see whether this is the right file.`,
    unreadable: (name) =>
      `“${name}” could not be read. It may have been moved or be in use by another program; please choose it again.`,
    foreign: (name, kind) => `“${name}” is ${enForeign[kind][0]} and cannot be read directly. ${enForeign[kind][1]}`,
    picture:
      'The clipboard holds a picture, which has no text in it. Open the report itself, select its text and tables, and copy them; of a scan, run text recognition first.',
  },

  editor: {},
};
