import { describe, expect, it } from 'vitest';
import { csvColumns } from '../../../renderer/core/export/data/csv-columns.ts';
import { byTime, elbOnly, everything } from '../../../renderer/core/query/filter.ts';
import type { ExportSubject } from '../../../renderer/state/exporter.ts';
import { reportPainter } from '../../../renderer/state/report-painter.ts';
import { madeReport } from '../core/export/report/made-report.ts';
import { MemoryHost } from './desk.ts';

const subject: ExportSubject = {
  ...{ caseName: 'Checkout outage', filter: everything, sort: byTime, columns: csvColumns },
  ...{ zone: 'UTC', laneField: 'sourceIp', laneSort: 'firstSeen' },
  journal: () => '',
};

describe('reportPainter', () => {
  const painter = reportPainter(new MemoryHost());

  it('names the version that made the report, also in the first moment of a start', async () => {
    const page = await painter.html(madeReport([]), subject);
    expect(page).toMatch(/by Trailwitness 1\.2\.3/u);
  });

  it('calls the report by what its events are of', async () => {
    const all = await painter.html(madeReport([]), subject);
    expect(all).toContain('<h1>CloudTrail timeline</h1>');
    const elb = await painter.html(madeReport([]), { ...subject, filter: elbOnly });
    expect(elb).toContain('<h1>Elastic Load Balancing timeline</h1>');
  });

  it('names the case in the figure', () => {
    expect(painter.figure(madeReport([]), subject)).toContain('Checkout outage: 0 events');
  });
});
