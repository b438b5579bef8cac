import { describe, expect, it } from 'vitest';
import { logLine } from './log-line.ts';

const at = '2026-11-22T12:00:00.000Z';

describe('a line of the log', () => {
  it('is one JSON object on one line, whatever stands in it', () => {
    const line = logLine(at, { event: 'http.fault', incident: 'a', error: 'Error: x\n  at "y"' });
    expect(line.match(/\n/g)).toHaveLength(1);
    expect(JSON.parse(line)).toEqual({ at, event: 'http.fault', incident: 'a', error: 'Error: x\n  at "y"' });
  });

  it('holds no PESEL and no address of mail, also when the database or a mail server repeats them', () => {
    const line = logLine(at, {
      error: 'invalid input syntax: "89103199985"; 550 5.1.1 <jan.kowalski+x@poczta.gmina.pl> unknown',
    });
    expect(line).not.toMatch(/89103199985|kowalski|gmina\.pl/);
  });

  it('keeps what finds the fault: the incident number, the place in the program, the time', () => {
    const incident = '01a202cd-c34a-7f15-b4a0-69e59551db11';
    const place = 'at work (/opt/okienko/node_modules/@fastify/cookie/index.js:12:34)';
    const line = logLine(at, { incident, ms: 1234567890, place });
    expect(JSON.parse(line)).toEqual({ at, incident, ms: 1234567890, place });
  });
});
