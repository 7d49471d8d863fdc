import type { FormatTableur } from '@pleniere/shared/domain';

/** Media type of each spreadsheet that is given out. */
export const TYPES_TABLEUR: Readonly<Record<FormatTableur, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv; charset=utf-8',
};
