/** What a letter says, in a language beside the binding Polish one. Days come written out in that language. */
export interface LetterTranslation {
  title: string;
  /** That the Polish text counts. */
  binding: string;
  receipt: {
    lead(on: string, services: string): string;
    steps(due: string, planDays: number, callDays: number): readonly string[];
    otherTrack: string;
  };
  call: {
    lead(on: string, services: string, days: number): string;
    gaps: string;
    result: string;
    ways: readonly string[];
    count: string;
  };
  transfer: {
    lead(target: string, on: string): string;
    reason(reason: string): string;
    next: string;
    notDecision: string;
  };
  qualification: {
    lead: string;
    service(name: string, from: string, to: string, fee: string): string;
    free: string;
    feeDue(total: string, day: string | null): string;
    resignation: string;
    next: string;
    notDecision: string;
  };
  decision: {
    /** The services that are refused, by name; empty where the application named none. */
    refusal(services: string): string;
    order(amount: string, day: string): string;
    reasons: string;
    appeal(days: number): string;
    how: string;
    waiver: string;
    help: string;
  };
  copy: {
    intro(on: string): string;
    period(from: string, to: string): string;
    services: string;
    service(name: string, who: string, when: string, where: string, cost: string): string;
    unknown: string;
    free: string;
    rights: string;
    rightsList: readonly string[];
  };
}
