import type { ComponentChildren, VNode } from 'preact';
import { useWords } from '../words.ts';

export type HouseholdKind = 'adult' | 'child' | 'older';

export type HouseholdMember = {
  key: string;
  kind: HouseholdKind;
  name: ComponentChildren;
  href?: string;
  /** Whole years. */
  age?: number;
  /** "matka", "syn", "opiekun faktyczny". */
  relation?: ComponentChildren;
  /** The person whose page this is. */
  self?: boolean;
};

const body: Record<HouseholdKind, VNode> = {
  adult: (
    <>
      <circle cx="20" cy="15" r="8" />
      <path d="M8 62V40c0-15 24-15 24 0v22" />
    </>
  ),
  child: (
    <>
      <circle cx="20" cy="35" r="7" />
      <path d="M11 62v-9c0-11 18-11 18 0v9" />
    </>
  ),
  older: (
    <>
      <circle cx="17" cy="18" r="8" />
      <path d="M6 62V43c0-15 22-15 22 0v19" />
      <path class="cane" d="M31 41c0-5 6-5 6 0v21" />
    </>
  ),
};

const Figure = ({ kind, self }: { kind: HouseholdKind; self: boolean | undefined }) => (
  <svg
    class={self ? 'figure figure-self' : 'figure'}
    viewBox="0 0 40 62"
    width="40"
    height="62"
    aria-hidden="true"
    focusable="false"
  >
    {body[kind]}
  </svg>
);

export type HouseholdFigureProps = { members: readonly HouseholdMember[]; label?: string };

/** A household as people on one sill; below each figure the name, the age and the relation. */
export const HouseholdFigure = ({ members, label }: HouseholdFigureProps): VNode => {
  const words = useWords();
  return (
    <div class="household">
      <ul class="household-people" aria-label={label ?? words.household.title(members.length)}>
        {members.map((member) => (
          <li class="household-member" key={member.key}>
            <Figure kind={member.kind} self={member.self} />
            <span class="household-name">
              {member.href ? <a href={member.href}>{member.name}</a> : member.name}
            </span>
            <span class="household-note">
              {words.household[member.kind]}
              {member.age !== undefined && `, ${words.household.age(member.age)}`}
            </span>
            {(member.relation || member.self) && (
              <span class="household-note household-relation">
                {member.self ? words.household.self : member.relation}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};
