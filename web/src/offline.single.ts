// The single file is all there is of it: it needs no network, and keeps nothing.

import type { Offline } from './offline';

export const keep = (): Promise<Offline> => Promise.resolve('ready');
export const forget = (): Promise<void> => Promise.resolve();
