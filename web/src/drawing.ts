// What is drawn when what changes: the state comes in, the views show it.

import { byId, h, replace } from './dom';
import { queue } from './findings';
import { lit } from './lit';
import { refused, type Span } from './result';
import type { Listener, Quantities, State } from './state';
import type { Sample } from './place';
import type { Controls } from './controls';
import type { Format } from './takeaway/takeaway';
import { drawChecks, lightChecks } from './views/checks';
import type { ClaimsView } from './views/claims';
import type { FindingsView } from './views/findings';
import { drawInspector } from './views/inspector';
import { drawNotice } from './views/notice';
import { drawOverview } from './views/overview';
import { drawEmpty, drawProblem, drawRefused } from './views/panels';
import type { Mark, SourceView } from './views/source';
import { drawNav, drawSummary } from './views/summary';
import type { TablesView } from './views/table';
import { drawTakeaway } from './views/takeaway';
import type { Tour } from './views/tour';
import { words } from './words';

export interface Views {
  readonly findings: FindingsView;
  readonly tables: TablesView;
  readonly claims: ClaimsView;
  readonly tour: Tour;
  readonly controls: Controls;
}

/** What the drawn buttons do. */
export interface Acts {
  readonly place: (span: Span) => void;
  readonly quantities: (which: Quantities) => void;
  readonly go: (id: string) => void;
  readonly link: () => void;
  readonly leave: () => void;
  readonly take: (format: Format) => void;
  readonly sample: (sample: Sample) => void;
  readonly undo: () => void;
  readonly closeNotice: () => void;
  readonly closeProblem: () => void;
  readonly stop: () => void;
}

export function toolOf({ version, ruleset, lang }: State): string {
  const say = words[lang];
  return [say.name, say.version(version), ruleset && say.ruleset(ruleset.count, ruleset.mark)].filter(Boolean).join(' · ');
}

function marks(state: State): Mark[] {
  const { result } = state;
  if (!result || refused(result)) return [];
  const { span, spans } = lit(state);
  return [
    ...queue(state).open.flatMap((index): Mark[] => {
      const { span: at, severity } = result.findings[index]!;
      return at ? [{ span: at, kind: severity }] : [];
    }),
    ...spans.map((at): Mark => ({ span: at, kind: 'also' })),
    ...(span ? [{ span, kind: 'place' } as const] : []),
  ];
}

export interface Drawing {
  /** Draws what has changed. */
  readonly changed: Listener;
  /** Draws the words that stand on the page from the start. */
  readonly words: (state: State) => void;
}

export function createDrawing(views: Views, source: () => SourceView | null, act: Acts): Drawing {
  const live = byId('live');
  const results = byId('results');

  function drawResult(state: State): void {
    const { result, lang } = state;
    const say = words[lang];
    const report = result && !refused(result) ? result : null;
    byId('empty').hidden = !state.empty || state.phase !== 'ready';
    byId('refused').hidden = !result || !refused(result) || state.empty;
    byId('report').hidden = !report || state.empty;
    if (result && refused(result)) drawRefused(byId('refused'), result.error, say);
    if (!report) {
      if (result) live.textContent = refused(result) ? result.error.message : '';
      return;
    }
    const todo = queue(state);
    drawSummary(byId('summary'), report, todo, say, lang, { place: act.place, quantities: act.quantities });
    drawNav(byId('nav'), report, say, lang, { go: act.go, link: act.link });
    byId('findings').hidden = report.findings.length === 0;
    views.findings.update({ result: report, text: state.text, words: say, lang }, state.rules, todo);
    views.tables.update(
      report,
      todo.open.map((index) => report.findings[index]!),
      say,
      lang,
    );
    views.claims.update(report, say, lang);
    drawOverview(byId('overview'), report, say, lang);
    byId('tables-hint').textContent = report.report.tables.length > 0 ? say.tables.hint : say.tables.none;
    drawChecks(byId('checks'), report, say);
    const { errors, warnings, infos, passed, failed } = report.summary;
    const spoken = say.summary.spoken(errors, warnings, infos, passed, failed);
    if (live.textContent !== spoken) live.textContent = spoken;
  }

  function drawFocus(state: State): void {
    const { focus, result, lang } = state;
    const shining = lit(state);
    views.tables.light(shining);
    views.findings.light(shining, focus.kind === 'finding' ? focus.index : null);
    views.claims.light(
      shining,
      focus.kind === 'claims' ? focus.which : null,
      focus.kind === 'claim' ? focus.index : null,
    );
    lightChecks(byId('checks'), shining);
    const { open } = queue(state);
    byId('findings-position').textContent = words[lang].findings.position(
      focus.kind === 'finding' ? open.indexOf(focus.index) + 1 : 0,
      open.length,
    );
    for (const id of ['previous', 'next']) byId<HTMLButtonElement>(id).disabled = open.length === 0;
    source()?.mark(marks(state));
    const inspector = byId('inspector');
    if (focus.kind !== 'cell' || !result || refused(result)) inspector.hidden = true;
    else
      drawInspector(
        inspector,
        result,
        focus.ref,
        (offset) => source()?.line(offset) ?? 1,
        words[lang],
        lang,
        act.leave,
      );
  }

  function drawWords(state: State): void {
    const say = words[state.lang];
    document.documentElement.lang = state.lang === 'zh' ? 'zh-CN' : 'en';
    document.title = say.title;
    const texts: Readonly<Record<string, string>> = {
      skip: say.skip,
      name: say.name,
      tagline: say.tagline,
      privacy: say.privacy,
      'source-heading': say.text.heading,
      find: say.text.find,
      clear: say.text.clear,
      choose: say.text.choose,
      tour: say.tour.open,
      'findings-heading': say.findings.heading,
      previous: say.findings.previous,
      next: say.findings.next,
      'tables-heading': say.tables.heading,
      'drop-text': say.text.drop,
      'drop-hint': say.text.dropHint,
    };
    for (const [id, text] of Object.entries(texts)) byId(id).textContent = text;
    results.setAttribute('aria-label', say.results);
    byId('nav').setAttribute('aria-label', say.goTo);
    byId('file').setAttribute('aria-label', say.text.choose);
    byId('version').textContent = state.version ? toolOf(state) : '';
    drawTakeaway(byId('takeaway'), say, {
      print: () => window.print(),
      take: act.take,
    });
    drawEmpty(byId('empty'), say, act.sample);
    source()?.speak(say);
    views.tour.speak(say);
  }

  const changed: Listener = (state, before) => {
    const say = words[state.lang];
    const moved = <K extends keyof State>(...keys: readonly K[]): boolean =>
      keys.some((key) => state[key] !== before[key]);
    if (moved('lang', 'version', 'theme', 'offline')) views.controls.draw(state);
    if (moved('lang', 'version')) drawWords(state);
    if (moved('phase', 'lang')) {
      const start = byId('start');
      start.hidden = state.phase === 'ready';
      if (state.phase === 'failed') start.textContent = say.failed;
    }
    if (moved('result', 'lang', 'rules', 'empty', 'phase', 'dismissed')) drawResult(state);
    if (moved('result', 'lang', 'rules', 'focus', 'dismissed')) drawFocus(state);
    if (moved('notice', 'lang'))
      drawNotice(byId('notice'), state.notice, say, {
        undo: state.notice && /^(fixed|edited|dismissed)$/.test(state.notice.kind) ? act.undo : null,
        close: act.closeNotice,
      });
    if (moved('source', 'empty', 'lang')) {
      byId('clear').hidden = byId('find').hidden = state.empty;
      byId('source-info').textContent = state.source ? say.text.fileInfo(state.source.name, state.source.encoding) : '';
    }
    if (moved('problem', 'lang', 'empty')) {
      const problem = byId('problem');
      problem.hidden = !state.problem;
      if (state.problem) {
        drawProblem(problem, state.problem, say, !state.empty, act.closeProblem);
        results.scrollTop = 0;
      }
    }
    if (moved('busy', 'lang')) {
      const progress = byId('progress');
      progress.hidden = state.busy === 'no';
      if (state.busy === 'slow')
        replace(
          progress,
          h('span', {}, say.checking),
          h('button', { type: 'button', class: 'quiet', onclick: act.stop }, say.stop),
        );
      if (state.busy === 'stopped') replace(progress, h('span', {}, say.stopped));
      progress.classList.toggle('is-running', state.busy === 'slow');
    }
  };
  return { changed, words: drawWords };
}
