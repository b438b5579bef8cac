import { preactSsrPrecompile } from '@pracht/preact-ssr-precompile';

/**
 * Markup of components becomes text when the program is built and not for every page anew: an element of ours costs no
 * object any more. The server and the tests are built alike, so that what is tested is what is served.
 */
export const markup = () => preactSsrPrecompile({ ssrOnly: false, include: [/\.tsx$/] });
