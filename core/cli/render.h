// Results for people and for other programs. Each gives the text of one file; what stands before, between and behind
// files is the caller's.
#pragma once

#include <string>

#include "report/result.h"

namespace gouji::cli {

// For a terminal: each finding with its line, a caret underline and its equation.
std::string to_text(const Result& result, Lang lang);

// Rows of file,table,row,column,label,value,text,line.
inline constexpr std::string_view kCsvHeader = "file,table,row,column,label,value,text,line\n";
std::string to_csv(const Result& result, Lang lang);

// The results of a SARIF 2.1.0 run, joined by commas; and the run around them.
std::string to_sarif_results(const Result& result);
std::string sarif_run(const std::string& results, Lang lang);

}  // namespace gouji::cli
