import { describe, expect, it } from 'vitest';
import { byTime, elbOnly, everything } from '../../../../renderer/core/query/filter.ts';
import {
  usualOptions,
  type ExportSubject,
} from '../../../../renderer/state/export/export-subject.ts';
import { reportPainter } from '../../../../renderer/state/export/report-painter.ts';
import { madeReport } from '../../core/export/report/made-report.ts';
import { MemoryHost } from '../desk.ts';

const subject: ExportSubject = {
  ...{ caseName: 'Checkout outage', filter: everything, sort: byTime, author: '' },
  ...{ zone: 'UTC', fields: { field: 'sourceIp' }, laneSort: 'firstSeen' },
  ...{ findings: [], arrangement: { pinned: [], folded: new Set(), gathers: false } },
};

describe('reportPainter', () => {
  const painter = reportPainter(new MemoryHost());

  it('names the version that made the report, also in the first moment of a start', async () => {
    const page = await painter.html(madeReport([]), subject, usualOptions);
    expect(page).toMatch(/by Trailwitness 1\.2\.3/u);
  });

  it('calls the report by what its events are of', async () => {
    const all = await painter.html(madeReport([]), subject, usualOptions);
    expect(all).toContain('<h1>CloudTrail timeline</h1>');
    const elb = await painter.html(madeReport([]), { ...subject, filter: elbOnly }, usualOptions);
    expect(elb).toContain('<h1>Elastic Load Balancing timeline</h1>');
  });

  it('names the case in the figure', () => {
    expect(painter.figure(madeReport([]), subject)).toContain('Checkout outage: 0 events');
  });
});
