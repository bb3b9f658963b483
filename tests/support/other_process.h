#pragma once

#include <spawn.h>
#include <string>
#include <sys/wait.h>
#include <vector>

namespace octavo::test {

/// Runs a program to its end and returns its exit status, or -1 when it could not be started or was killed.
inline int runOtherProcess(std::vector<std::string> words) {
    std::vector<char*> arguments;
    for (std::string& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    pid_t child = 0;
    if (::posix_spawnp(&child, arguments.front(), nullptr, nullptr, arguments.data(), environ) != 0)
        return -1;
    int status = 0;
    return ::waitpid(child, &status, 0) == child && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// Cuts a file to `size` bytes, or lengthens it with zeros, from a second process.
inline bool truncateFromOutside(const std::string& path, unsigned long long size) {
    return runOtherProcess({"truncate", "-s", std::to_string(size), path}) == 0;
}

}  // namespace octavo::test
