import type { Session } from './session.ts';
import type { Command } from './shortcuts.ts';

/** Whether a command has something to act on now. */
export function isPossible(command: Command, session: Session): boolean {
  const { openCase, selection, search, journal, awsImport, caseFiles } = session;
  const isOpen = openCase.opened.phase === 'open';
  const hasEvents = isOpen && openCase.contents !== undefined && openCase.contents.events > 0;
  switch (command) {
    case 'keys':
    case 'guide':
    case 'palette':
    case 'newCase':
    case 'importFolder':
    case 'importFiles':
    case 'themeSystem':
    case 'themeLight':
    case 'themeDark':
    case 'languageSystem':
    case 'languageEnglish':
    case 'languageJapanese':
      return true;
    case 'saveCase':
      return isOpen && caseFiles.current.phase === 'none';
    case 'openCaseFile':
      return caseFiles.current.phase === 'none';
    case 'importAws':
      return awsImport !== undefined;
    case 'journal':
    case 'renameCase':
    case 'closeCase':
    case 'deleteCase':
    case 'ledger':
    case 'export':
      return isOpen;
    case 'filter':
    case 'editFilter':
    case 'compare':
    case 'actors':
    case 'zoomIn':
    case 'zoomOut':
    case 'fit':
    case 'fitWhole':
    case 'findings':
    case 'sidePane':
    case 'nextPart':
    case 'previousPart':
    case 'previousEvent':
    case 'nextEvent':
    case 'keepView':
      return hasEvents;
    case 'pivotIp':
    case 'pivotKey':
    case 'pivotTool':
    case 'pivotAgent':
    case 'pivotLoadBalancer':
    case 'cardIp':
    case 'cardKey':
    case 'cardTool':
    case 'cardLoadBalancer':
    case 'cardPrincipal':
    case 'star':
    case 'tag':
    case 'note':
      return hasEvents && selection.ref !== undefined;
    case 'athenaKey':
    case 'athenaIp':
    case 'athenaPrincipal':
    case 'athenaLoadBalancer':
      return awsImport !== undefined && hasEvents && selection.ref !== undefined;
    case 'back':
      return search.canGoBack;
    case 'forward':
      return search.canGoForward;
    case 'undo':
      return journal.nextUndo !== undefined;
    case 'redo':
      return journal.nextRedo !== undefined;
  }
}
