import facts from '../../../../data/emergency.json' with { type: 'json' };

const ids = { danger: 'emergency', crisis: 'adults', violence: 'blueLine', child: 'children' } as const;

export type EmergencyKey = keyof typeof ids;

const keys = ['danger', 'crisis', 'violence', 'child'] as const satisfies readonly EmergencyKey[];

/** Numbers for somebody in danger, free of charge; the first of them answers any danger. */
export const emergencyNumbers: readonly { key: EmergencyKey; number: string }[] = keys.flatMap((key) =>
  facts.numbers.filter(({ id }) => id === ids[key]).map(({ phone }) => ({ key, number: phone })),
);
