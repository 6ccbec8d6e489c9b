// The page's side of the worker: promises, the newest request wins, and a check that takes too long can be stopped.

import Inline from './worker?worker&inline';
import { payload } from './payload';
import type { Lang, Result, Rule } from './result';
import type { Answer, Request } from './worker';

export interface Client {
  readonly version: string;
  /** The bytes of the module. */
  readonly module: Blob;
  /** Checks text, or a file's bytes. Null where a newer request of the same lane, or stop(), overtook this one. */
  check(
    lane: 'text' | 'file',
    input: string | ArrayBuffer,
    options: { lang: Lang; name: string | null },
  ): Promise<Result | null>;
  /** The text of the clipboard's HTML. It is read by the core, never by the browser: nothing in it loads or runs. */
  textOf(html: string): Promise<string | null>;
  rules(lang: Lang): Promise<Catalogue | null>;
  stop(): void;
}

export interface Catalogue {
  /** The beginning of the SHA-256 of its Chinese text. */
  readonly mark: string;
  readonly rules: readonly Rule[];
}

type Unsent<R = Request> = R extends Request ? Omit<R, 'id'> : never;

interface Job {
  readonly lane: string;
  readonly request: Unsent;
  readonly settle: (json: string | null) => void;
  readonly fail: (failure: Error) => void;
}

/** A check that a newer one waits for is given this long before its worker is replaced. Reports take milliseconds. */
const patience = 1500;

/** `beforeSealing` may still make connections; after it, nothing can. */
export async function connect(beforeSealing: () => void): Promise<Client> {
  const wasm = await payload();
  beforeSealing();
  seal();

  let worker: Worker;
  let running: { readonly id: number; readonly job: Job; readonly since: number } | null = null;
  let waiting: Job[] = [];
  let last = 0;

  const begin = (job: Job): void => {
    running = { id: ++last, job, since: Date.now() };
    worker.postMessage({ id: last, ...job.request });
  };
  const next = (): void => {
    running = null;
    const job = waiting.shift();
    if (job) begin(job);
  };
  const launch = (): void => {
    worker = new Inline();
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (!running || running.id !== data.id) return;
      const { job } = running;
      next();
      if ('json' in data) job.settle(data.json);
      else job.fail(new Error(data.failure));
    };
    worker.onerror = (event) => {
      const job = running?.job;
      next();
      job?.fail(new Error(event.message || 'worker'));
    };
  };
  const boot = (): Promise<string | null> =>
    new Promise((settle, fail) => begin({ lane: 'start', request: { kind: 'start', wasm }, settle, fail }));
  const relaunch = (): void => {
    running?.job.settle(null);
    worker.terminate();
    launch();
    boot().catch(() => {}); // it started once from the same bytes
  };

  const ask = (lane: string, request: Unsent): Promise<string | null> =>
    new Promise((settle, fail) => {
      const job: Job = { lane, request, settle, fail };
      waiting = waiting.filter((older) => {
        if (older.lane === lane) older.settle(null);
        return older.lane !== lane;
      });
      waiting.push(job);
      if (!running) next();
      else if (running.job.lane === lane && Date.now() - running.since > patience) relaunch();
    });

  launch();
  const version = JSON.parse((await boot())!) as string;
  return {
    version,
    module: wasm,
    async check(lane, input, { lang, name }) {
      const json = await ask(lane, { kind: 'check', input, lang, name });
      return json === null ? null : (JSON.parse(json) as Result);
    },
    async textOf(html) {
      const json = await ask('paste', { kind: 'text', html });
      return json === null ? null : (JSON.parse(json) as string);
    },
    async rules(lang) {
      const json = await ask('rules', { kind: 'rules', lang });
      return json === null ? null : (JSON.parse(json) as Catalogue);
    },
    stop() {
      for (const job of waiting) job.settle(null);
      waiting = [];
      if (running && running.job.lane !== 'start') relaunch();
    },
  };
}

/**
 * Ends every connection before there is any text to send. Policies only ever add up, so the second one cannot be taken
 * back; and a worker made from a blob after it inherits it, which one fetched from the network would not.
 */
function seal(): void {
  if (import.meta.env.DEV) return; // the development server reloads over a socket
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "connect-src 'none'; form-action 'none'; worker-src blob:";
  document.head.append(policy);
}
