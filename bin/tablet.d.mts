export function buildTablet(): Promise<void>;
