import { calculerOpinions } from './calcul-opinions';

/** Task of the worker thread: a quarter of a million votes take a second that no request waits for. */
export default calculerOpinions;
