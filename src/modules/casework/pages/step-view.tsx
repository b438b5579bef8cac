import type { VNode } from 'preact';
import type { Ask, PageRequest, View } from '../../../platform/http/route.ts';
import { ButtonLink } from '../../../ui/index.ts';
import type { CaseView } from '../domain/case-view.ts';
import { caseWords } from '../pl-case.ts';
import { viewCase } from '../queries/view-case.ts';
import { casePath, personNameOf } from './case-parts.tsx';

/** The way back to the case, beside the button that ends a step. */
export const back = (caseId: string): VNode => (
  <ButtonLink href={casePath(caseId)} variant="quiet">
    {caseWords.steps.back}
  </ButtonLink>
);

/** The frame of a step: whose case it is, the trail back, a narrow page. */
export const stepView = (view: CaseView, title: string, lead: string, body: VNode): View => ({
  title,
  lead: `${personNameOf(view)}, ${view.sign ?? view.title}. ${lead}`,
  width: 'narrow',
  current: 'cases',
  trail: [
    { href: '/praca/sprawy', label: caseWords.list.title },
    { href: casePath(view.id), label: personNameOf(view) },
  ],
  body,
});

/** The case of a step. */
export const caseOf = (ask: Ask, request: PageRequest) => ask(viewCase, { caseId: request.params['caseId'] });

/** Every step leads back to its case. */
export const toCase = (result: { caseId: string }, _request: PageRequest): string => casePath(result.caseId);
