const SENTENCES: Record<string, string> = {
  AccessDenied: "You can't make this change: the sheet is protected.",
  ApiNotFound: 'This host does not implement the API.',
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  InvalidOperation: 'The operation is invalid for the object.',
  ItemAlreadyExists: 'A resource of that name already exists.',
  ItemNotFound: "The requested resource doesn't exist.",
};

const STATUS: Record<string, number> = {
  AccessDenied: 403,
  ApiNotFound: 404,
  GeneralException: 500,
  ItemAlreadyExists: 409,
  ItemNotFound: 404,
};

/**
 * A refusal that travels to the add-in as an OfficeExtension.Error. Codes are those of
 * `Excel.ErrorCodes` and `OfficeExtension.ErrorCodes`.
 */
export class HostError extends Error {
  readonly httpStatus: number;

  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message ?? SENTENCES[code] ?? code);
    this.name = 'HostError';
    this.httpStatus = STATUS[code] ?? 400;
  }
}
