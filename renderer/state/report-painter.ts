import { timelineFigure } from '../core/export/figure/figure-svg.ts';
import { reportHtml } from '../core/export/report/report-html.ts';
import type { Host } from '../host/host.ts';
import type { ReportPainter } from './exporter.ts';
import { rasteriseSvg } from './rasterise-svg.ts';

/** Wide enough for a slide, and for two columns of a report. */
const figureWidth = 1400;

/** Draws reports and figures in the light theme: they end up on paper. */
export function reportPainter(host: Pick<Host, 'launch'>): ReportPainter {
  return {
    html: async (model, { caseName, zone, filter }, { paper }) =>
      reportHtml(model, {
        title: filter.scope === 'elb' ? 'Elastic Load Balancing timeline' : 'CloudTrail timeline',
        caseName,
        zone,
        generatedAt: Date.now(),
        appVersion: (await host.launch()).version,
        paper,
      }),
    figure: (model, { zone, caseName }) =>
      timelineFigure(model, { width: figureWidth, theme: 'light', zone, caseName }),
    rasterise: rasteriseSvg,
  };
}
