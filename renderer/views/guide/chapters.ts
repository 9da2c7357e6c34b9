import type { Component } from 'svelte';
import type { Language } from '../../messages/language.ts';
import Correlation from './en/Correlation.svelte';
import FirstCase from './en/FirstCase.svelte';
import Integrity from './en/Integrity.svelte';
import Report from './en/Report.svelte';
import Sources from './en/Sources.svelte';
import TimelineChapter from './en/TimelineChapter.svelte';
import YourWork from './en/YourWork.svelte';
import CorrelationInJapanese from './ja/Correlation.svelte';
import FirstCaseInJapanese from './ja/FirstCase.svelte';
import IntegrityInJapanese from './ja/Integrity.svelte';
import ReportInJapanese from './ja/Report.svelte';
import SourcesInJapanese from './ja/Sources.svelte';
import TimelineChapterInJapanese from './ja/TimelineChapter.svelte';
import YourWorkInJapanese from './ja/YourWork.svelte';

/** A chapter of the guide. */
export interface Chapter {
  readonly title: string;
  readonly content: Component;
}

/** The guide in each language, in the order of an investigation. */
export const chapters: Readonly<Record<Language, readonly Chapter[]>> = {
  en: [
    { title: 'A first case in five minutes', content: FirstCase },
    { title: 'Where evidence comes from', content: Sources },
    { title: 'The timeline', content: TimelineChapter },
    { title: 'What belongs together', content: Correlation },
    { title: 'What you decide', content: YourWork },
    { title: 'Integrity: what the verdicts prove', content: Integrity },
    { title: 'Handing it over', content: Report },
  ],
  ja: [
    { title: '5 分で最初のケース', content: FirstCaseInJapanese },
    { title: '証拠の入手元', content: SourcesInJapanese },
    { title: 'タイムライン', content: TimelineChapterInJapanese },
    { title: '相関: 何がつながるか', content: CorrelationInJapanese },
    { title: '判断を残す', content: YourWorkInJapanese },
    { title: '整合性: 判定が証明すること', content: IntegrityInJapanese },
    { title: '引き渡し', content: ReportInJapanese },
  ],
};
