// The result of a check, by the names that the page gives its types. The module says what they are.

import type { CheckedResult, FailedResult, Finding } from 'gouji';

export type { Cell, CellRef, Check, Claim, Edit, Finding, Fix, Lang, Result, RuleText as Rule, Span, Table } from 'gouji';
export type Checked = CheckedResult;
export type Refused = FailedResult;
export type Severity = Finding['severity'];

export function refused(result: CheckedResult | FailedResult): result is FailedResult {
  return result.error !== undefined;
}
