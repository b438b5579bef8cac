export const planRoutes = [];
