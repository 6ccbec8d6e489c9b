// Whatever the module answers has the shape that the contract fixes.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { load, noise, reports, root } from './support.mjs';

const read = async (path) => JSON.parse(await readFile(join(root, path), 'utf8'));
const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true });
const valid = {
  result: ajv.compile(await read('tests/schema/result.schema.json')),
  rules: ajv.compile(await read('tests/schema/rules.schema.json')),
};

function assertValid(kind, value) {
  const errors = valid[kind](value) ? [] : valid[kind].errors;
  const told = errors.slice(0, 5).map((e) => `${e.instancePath || '/'} ${e.message} ${JSON.stringify(e.params)}`);
  assert.equal(errors.length, 0, told.join('\n'));
}

let gouji;
before(async () => {
  gouji = await load();
});

describe('results', () => {
  for (const path of reports())
    test(path, async () => {
      const bytes = await readFile(join(root, path));
      for (const lang of ['zh', 'en']) {
        const result = JSON.parse(gouji.check(bytes, { name: path, lang }));
        assert.ok(result.report, 'every fixture is a report');
        assertValid('result', result);
      }
    });

  test('with a number left out, doubled, or made unreadable', async () => {
    const text = await readFile(join(root, 'tests/fixtures/tabs-2021.txt'), 'utf8');
    let tried = 0;
    for (const { index, 0: number } of text.matchAll(/\t\d+/g)) {
      // Each number in two of these ways, which take turns along the rows and columns.
      const others = ['\t', `${number}${number.trim()}`, '\tl6', '\t—', '\t1.5万', '\t-3'];
      for (const other of [others[tried % 6], others[(tried + 2) % 6]])
        assertValid('result', JSON.parse(gouji.check(text.slice(0, index) + other + text.slice(index + number.length))));
      tried++;
    }
    assert.ok(tried > 100);
  });

  test('without one of its lines', async () => {
    for (const path of ['tests/fixtures/tabs-2021.txt', 'tests/fixtures/statistics-2016.txt', 'tests/fixtures/markdown-2021.md']) {
      const lines = (await readFile(join(root, path), 'utf8')).split('\n');
      for (const i of lines.keys()) assertValid('result', JSON.parse(gouji.check(lines.filter((_, at) => at !== i).join('\n'))));
    }
  });

  test('of what is no report', () => {
    for (const input of ['', 'x', '\ud800', noise(5000, 1), new TextEncoder().encode('%PDF-1.7')])
      for (const lang of ['zh', 'en']) {
        const result = JSON.parse(gouji.check(input, { lang }));
        assert.ok(result.error);
        assertValid('result', result);
      }
  });
});

describe('the schema itself', () => {
  test('refuses what the contract does not have', async () => {
    const sound = () => JSON.parse(gouji.check(faulty));
    const faulty = await readFile(join(root, 'tests/fixtures/faulty/balance.txt'));
    assertValid('result', sound());
    const spoilt = [
      (r) => delete r.summary,
      (r) => (r.extra = 1),
      (r) => (r.schema = 2),
      (r) => (r.report.form = '2020'),
      (r) => (r.report.tables[0].cells[0].row = 'unheard_of'),
      (r) => (r.report.tables[0].cells[0].label = 'a row of the form has none'),
      (r) => (r.report.tables[0].cells[0].span = null),
      (r) => (r.findings[0].line = null),
      (r) => (r.findings[0].severity = 'off'),
      (r) => (r.checks.find((c) => c.result === 'failed').cells = []),
      (r) => (r.error = { code: 'empty', message: 'x' }),
    ];
    for (const spoil of spoilt) {
      const result = sound();
      spoil(result);
      assert.equal(valid.result(result), false, String(spoil));
    }
  });
});

test('the catalogue of rules', () => {
  for (const lang of ['zh', 'en']) assertValid('rules', JSON.parse(gouji.rules(lang)));
});

test('one version everywhere', async () => {
  const { version } = await read('package.json');
  assert.equal(gouji.version(), version);
  assert.equal((await read('build/wasm/package.json')).version, version);
  assert.match(await readFile(join(root, 'CMakeLists.txt'), 'utf8'), new RegExp(`project\\(gouji VERSION ${version} `));
});
