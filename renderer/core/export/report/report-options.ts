import type { EpochMs } from '../../base/units.ts';
import type { Paper } from './report-style.ts';

/** What a report says of itself, and the paper it is laid out for. */
export interface ReportOptions {
  readonly title: string;
  readonly caseName: string;
  /** The investigator's name; empty where none was given. */
  readonly author: string;
  readonly zone: string;
  readonly generatedAt: EpochMs;
  readonly appVersion: string;
  /** What the program ran on, in words; empty where that is not known. */
  readonly runtime: string;
  readonly paper: Paper;
}
