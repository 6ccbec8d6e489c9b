// The module in Node: the same bytes as the native build prints, and an answer to whatever it is given.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { load, native, noise, reports, root } from './support.mjs';

let gouji;
before(async () => {
  gouji = await load();
});

const utf8 = new TextDecoder('utf-8', { fatal: true });

describe('the same bytes as the native build', () => {
  for (const path of reports())
    for (const lang of ['zh', 'en'])
      test(`${path} ${lang}`, async () => {
        const bytes = await readFile(join(root, path));
        const expected = await native(path, lang);
        assert.equal(`${gouji.check(bytes, { name: path, lang })}\n`, expected);
        // As text too, which is not sniffed: for a file in UTF-8 that is the same.
        const text = utf8.decode(bytes);
        assert.equal(`${gouji.check(text, { name: path, lang })}\n`, expected);
      });

  test('the catalogue of rules, in both languages, and the version', () => {
    const cli = (...args) => execFileSync(join(root, 'build/native/gouji'), args, { encoding: 'utf8' });
    assert.equal(`${gouji.rules()}\n`, cli('rules', '--format', 'json'));
    assert.equal(`${gouji.rules('en')}\n`, cli('rules', '--format', 'json', '--lang', 'en'));
    assert.equal(`gouji ${gouji.version()}\n`, cli('--version'));
  });
});

describe('inputs', () => {
  const path = 'tests/fixtures/tabs-2021.txt';
  let text;
  before(async () => {
    text = await readFile(join(root, path), 'utf8');
  });
  const encodings = {
    GB18030: ['iconv', '-t', 'GB18030'],
    Big5: ['iconv', '-t', 'BIG5'],
    'UTF-16LE': ['iconv', '-t', 'UTF-16LE'],
    'UTF-16BE': ['iconv', '-t', 'UTF-16BE'],
  };

  for (const [encoding, [command, ...args]] of Object.entries(encodings))
    test(`bytes in ${encoding}`, () => {
      // Big5 has only what was written in Taiwan; a heading and a few such words are enough to tell it.
      const source = encoding === 'Big5' ? '同心縣政府信息公開工作年度報告\n一、總體情況\n本機關主動公開政府信息。\n'.repeat(20) : text;
      const bytes = execFileSync(command, ['-f', 'UTF-8', ...args], { input: source });
      const result = JSON.parse(gouji.check(bytes));
      assert.equal(result.source.encoding, encoding);
      assert.equal(result.source.characters, source.length);
      if (encoding !== 'Big5') {
        assert.deepEqual(result.report, JSON.parse(gouji.check(source)).report);
      }
    });

  test('a string is text and never sniffed', () => {
    const odd = '\u0000\u0000政府信息公开工作年度报告';
    const { source } = JSON.parse(gouji.check(odd));
    assert.deepEqual([source.encoding, source.characters], ['UTF-8', odd.length]);
  });

  test('a lone surrogate becomes U+FFFD and offsets stay', () => {
    const at = text.indexOf('总体情况');
    for (const lone of ['\ud83d', '\ude00', '\ude00\ud83d', '\ud83dx\ude00']) {
      const torn = text.slice(0, at + 4) + lone + text.slice(at + 4);
      const replaced = torn.replace(/[\ud800-\udfff]/g, '\ufffd');
      assert.equal(gouji.check(torn), gouji.check(replaced));
      assert.equal(JSON.parse(gouji.check(torn)).source.characters, torn.length);
    }
    // Every length that UTF-8 has.
    const paired = `${text.slice(0, at)}🐱é字a${text.slice(at)}`;
    assert.equal(JSON.parse(gouji.check(paired)).source.characters, paired.length);
    assert.equal(gouji.check(paired), gouji.check(new TextEncoder().encode(paired)));
  });

  test('what holds bytes: a view, a part of a buffer, a Buffer', async () => {
    const bytes = await readFile(join(root, path));
    const expected = gouji.check(new Uint8Array(bytes));
    const padded = new Uint8Array(bytes.length + 20);
    padded.set(bytes, 7);
    assert.equal(gouji.check(padded.subarray(7, 7 + bytes.length)), expected);
    assert.equal(gouji.check(bytes), expected);
    assert.equal(gouji.check(padded.buffer.slice(7, 7 + bytes.length)), expected);
    assert.equal(gouji.check(new DataView(padded.buffer, 7, bytes.length)), expected);
  });

  test('one call leaves nothing to the next', () => {
    const first = gouji.check(text);
    gouji.check(noise(100_000, 1));
    gouji.textOf('<p>x</p>');
    gouji.rules('en');
    assert.equal(gouji.check(text), first);
  });

  test('a name of any characters', () => {
    for (const name of ['年报.txt', '', 'a"b\\c\n', '🐱', '\ud800'])
      assert.equal(JSON.parse(gouji.check(text, { name })).source.name, name.replace('\ud800', '\ufffd'));
  });

  test('last year\'s report, as text or bytes, gives what the command line gives', async () => {
    const [last, now] = await Promise.all(
      ['tests/fixtures/tabs-2019.txt', 'tests/fixtures/tabs-2021.txt'].map((path) => readFile(join(root, path), 'utf8')),
    );
    const bytes = new TextEncoder().encode(last);
    const json = gouji.check(now, { name: 'tests/fixtures/tabs-2021.txt', previous: bytes });
    assert.equal(gouji.check(now, { name: 'tests/fixtures/tabs-2021.txt', previous: last }), json);
    const args = ['check', '--format', 'ndjson', '--previous', 'tests/fixtures/tabs-2019.txt', 'tests/fixtures/tabs-2021.txt'];
    assert.equal(`${json}\n`, execFileSync(join(root, 'build/native/gouji'), args, { cwd: root, encoding: 'utf8' }));
    assert.notEqual(json, gouji.check(now, { name: 'tests/fixtures/tabs-2021.txt' }));
    const rules = (previous) => JSON.parse(gouji.check(now, { previous })).findings.map((f) => f.rule);
    for (const unread of ['', 'x', new Uint8Array(0), 7]) assert.ok(rules(unread).includes('years.previous'));
    for (const none of [null, undefined]) assert.ok(!rules(none).includes('years.previous'));
  });

  test('severities of rules', async () => {
    const faulty = await readFile(join(root, 'tests/fixtures/faulty/balance.txt'));
    const plain = JSON.parse(gouji.check(faulty));
    const { rule } = plain.findings.find((f) => f.severity === 'error');
    const severities = (rules) =>
      JSON.parse(gouji.check(faulty, { rules }))
        .findings.filter((f) => f.rule === rule)
        .map((f) => f.severity);
    assert.ok(severities({ [rule]: 'info' }).every((s) => s === 'info'));
    assert.deepEqual(severities({ [rule]: 'off' }), []);
    assert.ok(severities({ 'no.such_rule': 'off', [rule]: 'warning' }).every((s) => s === 'warning'));
    // What is no severity, or no rule, counts for nothing.
    for (const rules of [{ [rule]: 'loud' }, { [rule]: null }, { [`${rule}\0off`]: 'off' }, {}, null, undefined])
      assert.equal(gouji.check(faulty, { rules }), gouji.check(faulty));
  });
});

describe('bad inputs', () => {
  const code = (input) => JSON.parse(gouji.check(input)).error?.code;

  test('nothing', () => {
    assert.equal(code(''), 'empty');
    assert.equal(code(new Uint8Array(0)), 'empty');
    assert.equal(code(' \n\t　'), 'empty');
  });

  test('not a report', () => {
    assert.equal(code('床前明月光，疑是地上霜。'), 'not_a_report');
    assert.equal(code(new TextEncoder().encode('床前明月光，疑是地上霜。')), 'not_a_report');
  });

  test('noise is answered like natively, and never throws', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const bytes = noise(1 + ((seed * 37) % 3000), seed);
      const result = JSON.parse(gouji.check(bytes));
      assert.ok(result.error, `seed ${seed}`);
      JSON.parse(gouji.check(String.fromCharCode(...bytes)));
      JSON.parse(gouji.check(String.fromCharCode(...new Uint16Array(bytes.buffer, 0, bytes.length >> 1))));
      if (seed <= 20) assert.equal(`${gouji.check(bytes)}\n`, execNative(bytes));
    }
  });

  test('a report with every eighth byte changed', async () => {
    const bytes = await readFile(join(root, 'tests/fixtures/html-2021.html'));
    for (let seed = 1; seed <= 30; seed++) {
      const random = noise(bytes.length, seed);
      const broken = bytes.map((b, i) => (random[i] < 32 ? random[(i * 7) % random.length] : b));
      const result = JSON.parse(gouji.check(broken));
      assert.ok(result.report || result.error);
      if (seed <= 5) assert.equal(`${gouji.check(broken)}\n`, execNative(broken));
    }
  });

  test('what is neither a string nor bytes is empty', () => {
    for (const input of [undefined, null, 12, {}, [], Symbol('x'), () => 1]) assert.equal(code(input), 'empty');
  });

  test('over the limit: an answer without a copy', () => {
    const large = new Uint8Array((256 << 20) + 1);
    const { error, source } = JSON.parse(gouji.check(large, { name: 'large.txt' }));
    assert.equal(error.code, 'too_large');
    assert.equal(source.name, 'large.txt');
    // A string is measured as UTF-8: a third of the limit in 汉字 is over it.
    assert.equal(code('字'.repeat((256 << 20) / 3 + 1)), 'too_large');
    assert.equal(gouji.textOf('字'.repeat((256 << 20) / 3 + 1)), '');
    assert.equal(code('still alive'), 'not_a_report');
  });

  test('100 MB without a report in it, in short lines and in long ones', () => {
    const words = '没有报告的一行文字。';
    const long = `${words.repeat(100)}\n`;
    assert.equal(code(`${words}\n`.repeat(330_000) + long.repeat(30_000)), 'not_a_report');
  });

  function execNative(bytes) {
    try {
      return execFileSync(join(root, 'build/native/gouji'), ['check', '--format', 'ndjson'], { input: bytes, encoding: 'utf8' });
    } catch (error) {
      return error.stdout;
    }
  }
});

describe('without memory', () => {
  const { grow } = WebAssembly.Memory.prototype;
  const large = '没有报告的一行文字。\n'.repeat(1_500_000);

  // Lets the memory grow only so many times, as a machine does that runs out of it.
  function checkWith(times, fresh) {
    let left = times;
    WebAssembly.Memory.prototype.grow = function (...args) {
      if (left-- <= 0) throw new RangeError('no memory');
      return grow.apply(this, args);
    };
    try {
      return JSON.parse(fresh.check(large, { name: 'large.txt' }));
    } finally {
      WebAssembly.Memory.prototype.grow = grow;
    }
  }

  for (const times of [0, 1, 2])
    test(`an answer, and life goes on, when memory grows only ${times} times`, async () => {
      const fresh = await load();
      const before = fresh.check('x');
      const result = checkWith(times, fresh);
      assert.equal(result.error.code, 'too_large');
      assert.equal(result.source.name, 'large.txt');
      assert.match(result.error.message, /内存/);
      assert.equal(fresh.check('x'), before);
      assert.equal(fresh.rules(), gouji.rules());
    });
});

describe('textOf', () => {
  test('what a reader sees, tables as rows with tabs', () => {
    assert.equal(gouji.textOf('<table><tr><td>一</td><td>1&lt;2</td></tr></table>').trim(), '一\t1<2');
  });

  test('never throws', () => {
    for (const html of ['', '<', '<table>'.repeat(20_000), '&#xD800;&#x110000;&#0;', '<!--', '\ud800<b>', undefined, null, 3])
      assert.equal(typeof gouji.textOf(html), 'string');
  });
});
