import type { EntityField, FilterField } from '../../core/query/filter.ts';
import type { TextColumn } from '../../core/table/columns.ts';
import { message } from '../../messages/message.svelte.ts';
import { fieldLabel, inSentence, valuesIn } from './field-labels.ts';
import { pivotTo } from '../search/filter-edits.ts';
import type { Session } from './session.ts';
import type { Command } from './shortcuts.ts';

const zoomStep = 1.5;

/** Commands that lead to a part of the window. */
export type WindowCommand =
  | 'filter'
  | 'editFilter'
  | 'tag'
  | 'note'
  | 'findings'
  | 'nextPart'
  | 'previousPart'
  | 'importFolder'
  | 'importFiles'
  | 'openCaseFile';

/** Does what a command asks of the state. What leads to a part of the window is the window's. */
export function runCommand(command: Exclude<Command, WindowCommand>, session: Session): void {
  const { search, timeline, pages, actors, compare, openCase, journal, dialogs, settings } =
    session;
  const { caseWork, awsImport } = session;
  switch (command) {
    case 'pivotIp':
      pivot('sourceIp', session);
      return;
    case 'pivotKey':
      pivot('accessKey', session);
      return;
    case 'pivotTool':
      pivot('tool', session);
      return;
    case 'pivotAgent':
      pivot('userAgent', session);
      return;
    case 'pivotLoadBalancer':
      pivot('loadBalancer', session);
      return;
    case 'cardIp':
      openCard('sourceIp', session);
      return;
    case 'cardKey':
      openCard('accessKey', session);
      return;
    case 'cardTool':
      openCard('tool', session);
      return;
    case 'cardLoadBalancer':
      openCard('loadBalancer', session);
      return;
    case 'cardPrincipal':
      openCard('principal', session);
      return;
    case 'athenaKey':
      askAthena('accessKey', session);
      return;
    case 'athenaIp':
      askAthena('sourceIp', session);
      return;
    case 'athenaPrincipal':
      askAthena('principal', session);
      return;
    case 'athenaLoadBalancer':
      askAthena('loadBalancer', session);
      return;
    case 'actors':
      if (openCase.contents !== undefined) actors.open();
      return;
    case 'compare':
      if (openCase.contents !== undefined) compare.open();
      return;
    case 'back':
      search.back();
      return;
    case 'forward':
      search.forward();
      return;
    case 'zoomIn':
      timeline.zoom(1 / zoomStep);
      return;
    case 'zoomOut':
      timeline.zoom(zoomStep);
      return;
    case 'fit':
      timeline.fit();
      return;
    case 'fitWhole':
      timeline.fitWhole();
      return;
    case 'sidePane':
      session.entity.close();
      session.sidePane.toggle();
      return;
    case 'star':
      void star(session);
      return;
    case 'undo':
      void journal.undo();
      return;
    case 'redo':
      void journal.redo();
      return;
    case 'keys':
    case 'guide':
    case 'palette':
    case 'newCase':
      dialogs.show({ kind: command });
      return;
    case 'journal':
    case 'export':
    case 'keepView':
      if (openCase.info !== undefined) dialogs.show({ kind: command });
      return;
    case 'renameCase':
    case 'saveCase':
    case 'deleteCase':
      if (openCase.info !== undefined) dialogs.show({ kind: command, info: openCase.info });
      return;
    case 'closeCase':
      caseWork.close();
      return;
    case 'ledger':
      void caseWork.showLedger();
      return;
    case 'importAws':
      void awsImport?.open();
      return;
    case 'themeSystem':
      settings.change({ theme: 'system' });
      return;
    case 'themeLight':
      settings.change({ theme: 'light' });
      return;
    case 'themeDark':
      settings.change({ theme: 'dark' });
      return;
    case 'languageSystem':
      settings.change({ language: 'system' });
      return;
    case 'languageEnglish':
      settings.change({ language: 'en' });
      return;
    case 'languageJapanese':
      settings.change({ language: 'ja' });
      return;
    case 'nextEvent':
      void pages.choose(Math.min(pages.count - 1, (pages.place ?? -1) + 1));
      return;
    case 'previousEvent':
      void pages.choose(Math.max(0, (pages.place ?? 1) - 1));
      return;
  }
}

async function star({
  selection,
  findings,
  notices,
}: Pick<Session, 'selection' | 'findings' | 'notices'>): Promise<void> {
  const { ref } = selection;
  if (ref === undefined) {
    notices.note(message('findings.nothingToStar'), message('findings.nothingToStarText'));
    return;
  }
  const target = await findings.targetOf(ref);
  if (target !== undefined) await findings.toggleStar(target);
}

function pivot(
  field: FilterField & TextColumn,
  session: Pick<Session, 'search' | 'selection' | 'notices'>,
): void {
  const values = chosenValues(message('search.nothingToPivot'), field, session);
  if (values.length > 0) session.search.pivot(field, ...values);
}

/** Of an event of several load balancers the first one's. */
function openCard(
  field: EntityField,
  session: Pick<Session, 'entity' | 'selection' | 'notices'>,
): void {
  const [value] = chosenValues(message('search.nothingToShow'), field, session);
  if (value !== undefined) session.entity.open({ field, value });
}

function askAthena(
  field: EntityField,
  session: Pick<Session, 'awsImport' | 'selection' | 'notices'>,
): void {
  const values = chosenValues(message('athena.nothingToAsk'), field, session);
  if (values.length > 0) void session.awsImport?.askAthena(pivotTo(field, values));
}

/** What the chosen event has in a field; where that is nothing, a notice of this title says so. */
function chosenValues(
  title: string,
  field: FilterField & TextColumn,
  { selection, notices }: Pick<Session, 'selection' | 'notices'>,
): readonly string[] {
  const value = selection.event?.text[field] ?? '';
  if (value === '') tellMissing(title, field, selection, notices);
  return value === '' ? [] : valuesIn(field, value);
}

function tellMissing(
  title: string,
  field: FilterField & TextColumn,
  selection: Session['selection'],
  notices: Session['notices'],
): void {
  const text =
    selection.event === undefined
      ? message('search.noneChosen')
      : message('search.hasNone', { field: inSentence(fieldLabel(field)) });
  notices.note(title, text);
}
