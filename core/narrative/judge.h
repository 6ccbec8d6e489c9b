// narrative.*, years.*: reads every figure of the narrative and checks what can be checked.
#pragma once

#include "report/claim.h"
#include "rules/rules.h"

namespace gouji {

// `previous`: last year's report of the same body, or nullptr. `supports` gets what the narrative says of the tables
// beyond doubt, whether they agree or not.
void judge_narrative(const Report& report, const Report* previous, Sink& sink, Claims& claims,
                     std::vector<Support>& supports);

}  // namespace gouji
