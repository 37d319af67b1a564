// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

namespace broadsheet {

/// Topics with the names of the IPTC's seventeen main subjects in the place of their codes ("subj:15000000",
/// "medtop:15000000", "15000000" is "sport"); the code of a narrower subject ("subj:15054000") stays and has
/// the main subject's name beside it. Other topics stay as they are, and so does the order. Source: IPTC
/// Subject Codes and Media Topics, whose first two digits are the main subject
/// (iptc.org/standards/newscodes).
std::vector<std::string> with_subject_names(const std::vector<std::string>& topics);

}  // namespace broadsheet
