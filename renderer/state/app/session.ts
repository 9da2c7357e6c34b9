import type { EpochMs } from '../../core/base/units.ts';
import { message } from '../../messages/message.svelte.ts';
import { ActorsState } from '../events/actors-state.svelte.ts';
import { journalLines } from '../../core/journal/verify-journal.ts';
import { AwsImport } from '../aws/aws-import.svelte.ts';
import { Activity, trackedQueries, type Settle } from './activity.svelte.ts';
import { CaseFiles, type CaseFilePort } from '../case/case-files.svelte.ts';
import { CaseJournal, type JournalPort } from '../case/case-journal.svelte.ts';
import { CaseList, type CaseStore } from '../case/case-list.svelte.ts';
import { CaseWork } from '../case/case-work.ts';
import { CompareState } from '../search/compare-state.svelte.ts';
import { Dialogs } from './dialogs.svelte.ts';
import { EntityState } from '../events/entity-state.svelte.ts';
import { EventPages } from '../events/event-pages.svelte.ts';
import { exportedAct } from '../export/exported-act.ts';
import type { ExportSubject } from '../export/export-subject.ts';
import { EvidenceIntake } from '../evidence/evidence-intake.ts';
import { Exporter, type ReportPainter } from '../export/exporter.ts';
import { Exports } from '../export/exports.svelte.ts';
import { speaksOf } from '../search/filter-edits.ts';
import { Findings } from '../findings/findings.svelte.ts';
import { FacetsState } from '../search/facets.svelte.ts';
import type { Host } from '../../host/host.ts';
import { ImportRun, type ImportPort } from '../evidence/import-run.svelte.ts';
import { IntegrityState, type IntegrityPort } from '../evidence/integrity.svelte.ts';
import { LaneArrangement } from '../timeline/lane-arrangement.svelte.ts';
import { ImportActs } from '../evidence/import-acts.svelte.ts';
import { LanesState } from '../timeline/lanes.svelte.ts';
import { Ledger } from '../evidence/ledger.svelte.ts';
import { Notices } from './notices.svelte.ts';
import { OpenCase } from '../case/open-case.svelte.ts';
import { QueryDraft, type NamedTime } from '../search/query-draft.svelte.ts';
import type { QueryPort, QueryService } from '../query-port.ts';
import { RecordSearches, type RecordSearchPort } from '../search/record-searches.svelte.ts';
import { SavedViews } from '../findings/saved-views.svelte.ts';
import { SearchState } from '../search/search.svelte.ts';
import { SelectionState } from '../events/selection.svelte.ts';
import { SettingsState, type TextStore } from './settings.svelte.ts';
import { SidePane } from './side-pane.svelte.ts';
import { TimelineWindow } from '../timeline/timeline-window.svelte.ts';

/** What the window stands on. */
export interface Services {
  readonly query: QueryService;
  readonly imports: ImportPort;
  readonly integrity: IntegrityPort;
  readonly records: RecordSearchPort;
  readonly caseFiles: CaseFilePort;
  readonly cases: CaseStore;
  readonly journals: (caseId: string) => JournalPort;
  readonly host: Host;
  readonly painter: ReportPainter;
  readonly storage: TextStore;
  readonly settle?: Settle;
}

/** Every state class of the window, made once and told of each other. */
export interface Session {
  readonly host: Host;
  readonly query: QueryPort;
  readonly activity: Activity;
  readonly notices: Notices;
  readonly settings: SettingsState;
  readonly cases: CaseList;
  readonly openCase: OpenCase;
  readonly importRun: ImportRun;
  readonly ledger: Ledger;
  readonly integrity: IntegrityState;
  readonly importActs: ImportActs;
  readonly journal: CaseJournal;
  readonly findings: Findings;
  readonly views: SavedViews;
  readonly sidePane: SidePane;
  readonly dialogs: Dialogs;
  readonly search: SearchState;
  readonly records: RecordSearches;
  readonly draft: QueryDraft;
  readonly selection: SelectionState;
  readonly entity: EntityState;
  readonly actors: ActorsState;
  readonly compare: CompareState;
  readonly facets: FacetsState;
  readonly pages: EventPages;
  readonly timeline: TimelineWindow;
  readonly arrangement: LaneArrangement;
  readonly lanes: LanesState;
  readonly exporter: Exporter;
  readonly exports: Exports;
  readonly caseWork: CaseWork;
  readonly caseFiles: CaseFiles;
  readonly intake: EvidenceIntake;
  /** Undefined where AWS can't be asked. */
  readonly awsImport: AwsImport | undefined;
}

/** Builds the state of a window on these services. */
export function createSession(services: Services): Session {
  const { host } = services;
  const activity = new Activity(services.settle);
  const query = trackedQueries(services.query, activity);
  const notices = new Notices();
  const settings = new SettingsState(services.storage);
  const cases = new CaseList(services.cases, notices);
  const openCase = new OpenCase(query, notices);
  const importRun = new ImportRun(services.imports, activity);
  const integrity = new IntegrityState(services.integrity, query, notices, activity);
  const ledger = new Ledger(query, notices);
  const importActs = new ImportActs(services.cases, ledger, notices);
  const journal = new CaseJournal({
    open: services.journals,
    query,
    notices,
    activity,
    version: async () => (await host.launch()).version,
    zone: () => settings.zone,
    user: () => settings.current.userName,
  });
  const findings = new Findings(journal, query);
  openCase.onGrow(() => void findings.locate());
  const search = new SearchState(query, notices);
  const records = new RecordSearches({
    port: services.records,
    ...{ query, search, notices, activity },
    subject: () => {
      const { info, contents } = openCase;
      if (info === undefined || contents === undefined || importRun.running) return undefined;
      return { caseId: info.id, events: contents.events };
    },
  });
  openCase.onOpen(() => {
    records.forget();
  });
  const selection = new SelectionState(query);
  const entity = new EntityState(query, selection);
  openCase.onGrow(() => {
    entity.refresh();
  });
  const actors = new ActorsState(query, search, selection, openCase);
  const compare = new CompareState(query, search, openCase);
  const facets = new FacetsState(query, notices, search);
  findings.onChange(() => {
    // Its journal is there before the case's events are.
    if (openCase.contents === undefined) return;
    if (speaksOf(search.filter, ['is', 'has', 'tag'])) search.refresh();
    else void facets.load();
  });
  const pages = new EventPages({ query, notices, search, selection, settings });
  const timeline = new TimelineWindow(settings);
  const draft = new QueryDraft({
    query,
    search,
    zone: () => settings.zone,
    times: () => namedTimes(timeline, selection),
  });
  openCase.onOpen(() => {
    draft.cancel();
  });
  const arrangement = new LaneArrangement((lanesView) => {
    if (openCase.info !== undefined) void cases.note(openCase.info.id, { lanesView });
  });
  const lanes = new LanesState({ query, notices, search, timeline, arrangement });
  const views = new SavedViews({ journal, search, timeline, lanes, notices });
  const exporter = new Exporter(query, host, services.painter);
  const subject = (): ExportSubject => ({
    caseName: openCase.info?.name ?? '',
    filter: search.filter,
    sort: pages.sort,
    zone: settings.zone,
    fields: { field: timeline.field, nested: timeline.nested },
    laneSort: timeline.sort,
    arrangement: arrangement.of(timeline.field),
    author: settings.current.userName,
    findings: findings.noted,
  });
  const exports = new Exports({
    ...{ exporter, host, notices, activity, subject },
    journal: () => journalLines(journal.rows),
    isPartial: () => records.isPartial,
    saved: (saved) => void journal.record(exportedAct(saved)),
  });
  const caseWork: CaseWork = new CaseWork({
    cases,
    openCase,
    importRun,
    search,
    records,
    selection,
    timeline,
    arrangement,
    lanes,
    ledger,
    integrity,
    importActs,
    journal,
    notices,
    copying: () => caseFiles.current.phase !== 'none',
  });
  services.query.onLost((reason) => void caseWork.recover(reason));
  const caseFiles = new CaseFiles({
    ...{ port: services.caseFiles, host, cases, journal, notices, activity },
    show: (info) => caseWork.open(info),
  });
  const intake = new EvidenceIntake({ host, cases, caseWork, caseFiles, notices });
  const { aws } = host;
  const awsImport =
    aws &&
    new AwsImport({
      ...{ aws, query, openCase, caseWork, notices },
      filter: () => search.filter,
    });
  return {
    host,
    query,
    activity,
    notices,
    settings,
    cases,
    openCase,
    importRun,
    ledger,
    integrity,
    importActs,
    journal,
    findings,
    views,
    sidePane: new SidePane(),
    dialogs: new Dialogs(),
    search,
    records,
    draft,
    selection,
    entity,
    actors,
    compare,
    facets,
    pages,
    timeline,
    arrangement,
    lanes,
    exporter,
    exports,
    caseWork,
    caseFiles,
    intake,
    awsImport,
  };
}

/** The moments that a condition on the time is likely to mean. */
function namedTimes(timeline: TimelineWindow, selection: SelectionState): readonly NamedTime[] {
  const times: readonly (readonly [string, EpochMs | undefined])[] = [
    [message('search.chosenEvent'), selection.event?.time],
    [message('search.timelineStart'), timeline.visible?.start],
    [message('search.timelineEnd'), timeline.visible?.end],
    [message('search.firstEvent'), timeline.whole?.start],
    [message('search.lastEvent'), timeline.whole?.end],
  ];
  return times.flatMap(([name, time]) => (time === undefined ? [] : [{ name, time }]));
}
