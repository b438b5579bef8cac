import type { VNode } from 'preact';
import type { PageContext } from '../../../platform/http/route.ts';
import {
  ActionForm,
  Actions,
  ButtonLink,
  Card,
  CardList,
  DescriptionList,
  EmptyState,
  Panel,
} from '../../../ui/index.ts';
import { priceWords } from '../domain/fee.ts';
import type { Offer } from '../domain/offer.ts';
import { pl } from '../pl.ts';
import type { VersionView } from '../queries/view.ts';
import { ConditionList, OfferMeasures, paths, unitPriceWords } from './parts.tsx';

const words = pl.pages.view;

const OfferCard = ({ offer, view, context }: { offer: Offer; view: VersionView; context: PageContext }) => {
  const here = `${paths.version(view.programme.id, view.version.number)}/uslugi/${offer.serviceId}`;
  const writes = view.steps.includes('offer-service');
  return (
    <Card
      title={offer.serviceName}
      href={`/praca/uslugi/${offer.serviceId}`}
      meta={
        [unitPriceWords(offer), offer.maxMonths !== null && words.maxMonths(offer.maxMonths)]
          .filter(Boolean)
          .join('. ') || undefined
      }
      footer={
        writes && (
          <Actions>
            <ButtonLink href={here} small about={offer.serviceName}>
              {words.editOffer}
            </ButtonLink>
            <ButtonLink href={`${here}/oplata`} small about={offer.serviceName}>
              {words.editFee}
            </ButtonLink>
            <ActionForm
              action={`${here}/usun`}
              label={words.removeOffer}
              variant="quiet"
              about={offer.serviceName}
              small
              once={context.form.once}
              hidden={{ versionId: offer.versionId }}
            />
          </Actions>
        )
      }
    >
      <OfferMeasures offer={offer} />
      <DescriptionList
        items={[
          {
            term: words.fee,
            value:
              priceWords(offer, view.version.validFrom ?? context.today) ?? offer.feeNote ?? words.feeUnsaid,
          },
          {
            term: words.conditions,
            value:
              offer.conditions.length > 0 ? (
                <ConditionList conditions={offer.conditions} />
              ) : (
                words.conditionsCommon
              ),
          },
        ]}
      />
    </Card>
  );
};

/** The services of a version: limits as filled measures, fee, conditions. */
export const OffersPanel = ({ view, context }: { view: VersionView; context: PageContext }): VNode => {
  const add = view.steps.includes('offer-service') && (
    <ButtonLink href={`${paths.version(view.programme.id, view.version.number)}/uslugi/nowa`} small>
      {words.addService}
    </ButtonLink>
  );
  return (
    <Panel id="uslugi" title={words.services} actions={add}>
      {view.offers.length === 0 ? (
        <EmptyState title={words.services} level={3} action={add}>
          <p>{words.servicesEmpty}</p>
        </EmptyState>
      ) : (
        <CardList>
          {view.offers.map((offer) => (
            <OfferCard key={offer.id} offer={offer} view={view} context={context} />
          ))}
        </CardList>
      )}
    </Panel>
  );
};
