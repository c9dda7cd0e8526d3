// SPDX-License-Identifier: GPL-3.0-or-later
// Parses each line of a file as JSON and does nothing with it: less than any program that screens records can do.

import { openSync, readSync, writeSync } from 'node:fs';

const file = openSync(process.argv[2]);
const block = Buffer.allocUnsafe(1 << 20);
let kept = 0;
let count = 0;

for (;;) {
  const length = readSync(file, block, kept, block.length - kept, null);
  const end = length === 0 ? kept : block.lastIndexOf(10, kept + length - 1) + 1;
  const text = block.toString('utf8', 0, end);
  let start = 0;

  for (let next = text.indexOf('\n'); next >= 0; next = text.indexOf('\n', start)) {
    JSON.parse(text.slice(start, next));
    start = next + 1;
    count++;
  }
  if (length === 0) break;
  kept = block.copy(block, 0, end, kept + length);
}
writeSync(1, `${count}\n`);
