/** What a property holds; a list is a closed set of words. `json` is a value that a CSV cell holds as JSON text. */
export type Kind =
  | 'uuid'
  | 'text'
  | 'uri'
  | 'email'
  | 'number'
  | 'day'
  | 'instant'
  | 'flag'
  | 'json'
  | readonly string[];

export interface ObjectSpec {
  /** File of a tabular data package. */
  file: string;
  fields: Readonly<Record<string, Kind>>;
  required: readonly string[];
  /** Properties added by the profile hsds-pl-cus. */
  added?: Readonly<Record<string, Kind>>;
  /** Required by the profile besides what the standard requires. */
  insists?: readonly string[];
  /** Property -> object that stands there once; in a table the row has `<property>_id`, or the column named here. */
  one?: Readonly<Record<string, { of: ObjectName; column: string }>>;
  /** Property -> objects that stand there in a list; in a table each names its parent. */
  many?: Readonly<Record<string, ObjectName>>;
}

export type ObjectName =
  | 'service'
  | 'organization'
  | 'location'
  | 'service_at_location'
  | 'address'
  | 'phone'
  | 'schedule'
  | 'service_area'
  | 'language'
  | 'funding'
  | 'cost_option'
  | 'program'
  | 'required_document'
  | 'contact'
  | 'service_capacity'
  | 'unit'
  | 'organization_identifier'
  | 'accessibility'
  | 'url'
  | 'attribute'
  | 'taxonomy_term'
  | 'taxonomy'
  | 'metadata';

/** A value of JSON; an object of the standard. What is undefined is not there. */
export type Json = string | number | boolean | null | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json | undefined };
