import { timelineFigure } from '../../core/export/figure/figure-svg.ts';
import { reportHtml } from '../../core/export/report/report-html.ts';
import type { Host } from '../../host/host.ts';
import type { ReportPainter } from './exporter.ts';
import { rasteriseSvg } from './rasterise-svg.ts';

/** Wide enough for a slide, and for two columns of a report. */
const figureWidth = 1400;

/** Draws reports and figures in the light theme: they end up on paper. */
export function reportPainter(host: Pick<Host, 'launch'>): ReportPainter {
  return {
    html: async (model, { caseName, author, zone, filter }, { paper }) => {
      const { version, platform } = await host.launch();
      return reportHtml(model, {
        title: filter.scope === 'elb' ? 'Elastic Load Balancing timeline' : 'CloudTrail timeline',
        ...{ caseName, author, zone, paper },
        generatedAt: Date.now(),
        appVersion: version,
        runtime: runtimeInWords(platform, navigator.userAgent),
      });
    },
    figure: (model, { zone, caseName }) =>
      timelineFigure(model, { width: figureWidth, theme: 'light', zone, caseName }),
    rasterise: rasteriseSvg,
  };
}

/** `linux, Electron 45.4.1, Chromium 148.0.7`: what the page's own user agent says. */
function runtimeInWords(platform: string, userAgent: string): string {
  const electron = /Electron\/([\d.]+)/u.exec(userAgent)?.[1];
  const chromium = /Chrome\/([\d.]+)/u.exec(userAgent)?.[1];
  return [
    platform,
    electron === undefined ? '' : `Electron ${electron}`,
    chromium === undefined ? '' : `Chromium ${chromium}`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}
