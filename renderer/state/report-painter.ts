import { timelineFigure } from '../core/export/figure-svg.ts';
import { reportHtml } from '../core/export/report-html.ts';
import type { ReportPainter } from './exporter.ts';
import { rasteriseSvg } from './rasterise-svg.ts';
import { sampleCaseName } from './evidence-intake.ts';

/** Wide enough for a slide, and for two columns of a report. */
const figureWidth = 1400;

/** Draws reports and figures in the light theme: they end up on paper. */
export function reportPainter(appVersion: () => string): ReportPainter {
  return {
    html: (model, { caseName, zone, filter }) =>
      reportHtml(model, {
        title: filter.scope === 'elb' ? 'Elastic Load Balancing timeline' : 'CloudTrail timeline',
        caseName,
        zone,
        generatedAt: Date.now(),
        appVersion: appVersion(),
        paper: 'A4',
        note: caseName === sampleCaseName ? 'Every event in this report is made up.' : '',
      }),
    figure: (model, { zone }) =>
      timelineFigure(model, { width: figureWidth, theme: 'light', zone }),
    rasterise: rasteriseSvg,
  };
}
