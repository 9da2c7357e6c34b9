import type { Component } from 'svelte';
import Correlation from './Correlation.svelte';
import FirstCase from './FirstCase.svelte';
import Integrity from './Integrity.svelte';
import Report from './Report.svelte';
import Sources from './Sources.svelte';
import TimelineChapter from './TimelineChapter.svelte';
import YourWork from './YourWork.svelte';

/** A chapter of the guide. */
export interface Chapter {
  readonly title: string;
  readonly content: Component;
}

/** The guide, in the order of an investigation. */
export const chapters: readonly Chapter[] = [
  { title: 'A first case in five minutes', content: FirstCase },
  { title: 'Where evidence comes from', content: Sources },
  { title: 'The timeline', content: TimelineChapter },
  { title: 'What belongs together', content: Correlation },
  { title: 'What you decide', content: YourWork },
  { title: 'Integrity: what the verdicts prove', content: Integrity },
  { title: 'Handing it over', content: Report },
];
