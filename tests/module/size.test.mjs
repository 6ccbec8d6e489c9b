// What the page loads first stays under the contract's weight.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstLoad, sum, table } from '../../scripts/first-load.mjs';

test('the first load is under 500 kB after brotli', () => {
  const rows = firstLoad();
  console.log(table(rows));
  const kinds = rows.map((row) => row.file.split('.').pop());
  for (const kind of ['html', 'js', 'css', 'wasm']) assert.ok(kinds.includes(kind), `no .${kind} in web/dist`);
  assert.ok(sum(rows) < 500_000);
});
