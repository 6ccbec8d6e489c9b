// The two made-up reports that an empty page offers.

import clean from '../sample/clean.txt?raw';
import errors from '../sample/errors.txt?raw';
import type { Sample } from './place';

export const samples: Readonly<Record<Sample, string>> = { clean, errors };
