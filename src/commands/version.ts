import about from '../../package.json';

/** The add-in's own, as it is released. */
export const VERSION: string = about.version;
