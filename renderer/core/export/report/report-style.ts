import { figureColours } from '../figure/figure-theme.ts';
import { Html } from '../html.ts';

const { outcome, line, muted, text, stripe } = figureColours.light;

/** Sizes of paper, by their names in CSS. */
export type Paper = 'A4' | 'Letter';

/** The style sheet of the report, with fonts from a list of the program's own. */
export function reportStyle(paper: Paper, fonts: string): Html {
  return new Html(`
@page { size: ${paper}; margin: 15mm; }
* { box-sizing: border-box; }
html { font: 9.5pt/1.4 ${fonts}; color: ${text}; background: #fff; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
body { margin: 0 auto; max-width: 720px; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.2; break-after: avoid; margin: 0; }
h1 { font-size: 20pt; margin-bottom: 4mm; }
h2 { font-size: 13pt; margin: 9mm 0 2.5mm; padding-bottom: 1mm; border-bottom: 0.5pt solid ${muted}; }
h3 { font-size: 10.5pt; margin: 5mm 0 1.5mm; }
p { margin: 0 0 2mm; orphans: 3; widows: 3; }
.lead { break-after: avoid; }
ul { margin: 0 0 2mm; padding-left: 5mm; }
li { margin-bottom: 1mm; }
a { color: inherit; }
i { color: ${muted}; }
.note { border: 0.75pt solid ${text}; padding: 2mm 3mm; margin-bottom: 4mm; font-weight: 600; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 1mm 5mm; margin: 0 0 3mm; }
dt { font-weight: 600; }
dd { margin: 0; min-width: 0; }
dd ul { margin: 0; }
.facts { border-top: 0.5pt solid ${muted}; padding-top: 3mm; }
.outcomes { margin-left: 2mm; }
.outcomes dt { font-weight: 400; }
figure { margin: 0; break-inside: avoid; }
figure svg { display: block; width: 100%; height: auto; max-height: 225mm; }
figcaption { color: ${muted}; font-size: 8.5pt; margin-top: 1.5mm; }
.timeline { break-inside: avoid; }
table { border-collapse: collapse; width: 100%; font-size: 8pt; line-height: 1.3; margin-bottom: 3mm; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { text-align: left; vertical-align: top; padding: 0.7mm 1.5mm; border-bottom: 0.4pt solid ${line}; font-weight: 400; }
thead th { font-weight: 600; vertical-align: bottom; border-bottom: 0.75pt solid ${muted}; background: ${stripe}; }
.number, .time { font-variant-numeric: tabular-nums; }
.number { text-align: right; white-space: nowrap; width: 1%; }
.narrow .time { width: 27mm; }
.wide .time { width: 38mm; }
.file { white-space: nowrap; width: 1%; }
.verdict { width: 24mm; }
.id { font-family: 'Liberation Mono', Consolas, Menlo, 'DejaVu Sans Mono', monospace; font-size: 7pt; }
.evidence { font-size: 7.5pt; line-height: 1.2; }
.evidence td, .evidence th { padding: 0.5mm 1mm; }
.evidence .muted { font-size: 7pt; }
.muted { color: ${muted}; font-size: 7.5pt; }
.events { table-layout: fixed; line-height: 1.2; }
.events th, .events td { padding: 0.3mm 0.8mm; }
.events small { font-size: 7pt; color: ${muted}; }
.events .event-id { font-size: 6pt; white-space: nowrap; }
.c-time { width: 9.8%; }
.c-time.offset { width: 12.5%; }
.c-what { width: 25.5%; }
.c-who { width: 18%; }
.c-from { width: 14%; }
.c-where { width: 8.2%; }
.outcome { white-space: nowrap; }
.outcome::before { display: inline-block; width: 1.3em; text-align: center; }
.outcome.read::before { content: '●'; color: ${outcome.read}; font-size: 0.7em; width: 1.85em; vertical-align: 0.15em; }
.outcome.write::before { content: '■'; color: ${outcome.write}; }
.outcome.failed::before { content: '▲'; color: ${outcome.failed}; }
.outcome.denied::before { content: '◆'; color: ${outcome.denied}; }
.cover { break-after: page; }
.cover h1 { margin-top: 18mm; font-size: 24pt; }
.contents { margin-top: 8mm; padding-left: 6mm; columns: 2; }
.contents li { break-inside: avoid; }
.story { padding-left: 6mm; }
.story li { margin-bottom: 4mm; break-inside: avoid; }
.story p { margin: 0; }
blockquote { margin: 1mm 0; padding: 0.5mm 3mm; border-left: 1.5pt solid ${line}; }
blockquote p { margin: 0; }
.tag { border: 0.5pt solid ${muted}; border-radius: 2pt; padding: 0 1.2mm; font-size: 7.5pt; }
.cite { white-space: nowrap; }
.actor { margin-bottom: 5mm; }
.values { font-size: 8pt; gap: 0.5mm 4mm; margin-bottom: 2mm; }
.chain { font-size: 8pt; margin: 1mm 0 2mm; padding-left: 6mm; }
.level { width: 16mm; }
.events-cited { width: 66mm; }
pre { margin: 0 0 3mm; font: 7pt/1.25 'Liberation Mono', Consolas, Menlo, 'DejaVu Sans Mono', monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
@media screen { body { padding: 24px; } .cover h1 { margin-top: 0; } }
@media screen and (max-width: 600px) { body { padding: 8px; } .level { width: 13mm; } .events-cited { width: 42%; } .cite { white-space: normal; } .contents { columns: 1; } }
`);
}
