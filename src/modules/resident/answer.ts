/** What a query gives when it gives something. */
export type Answer<Asked extends { read(...args: never[]): Promise<unknown> }> = NonNullable<
  Awaited<ReturnType<Asked['read']>>
>;
