#pragma once

#include <cstddef>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <optional>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <thread>
#include <utility>

namespace octavo::test {

/// Runs `function` on a thread of its own on which the kernel refuses one system call (SYS_...) with
/// `errnoValue`. Returns what the function returns; nothing where the system has no such filters.
template <typename Function>
auto withRefusedCall(long number, int errnoValue, const Function& function)
    -> std::optional<decltype(function())> {
    std::optional<decltype(function())> result;
    std::thread([&] {
        sock_filter filter[] = {
            BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
            BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<__u32>(number), 0, 1),
            BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | static_cast<__u32>(errnoValue)),
            BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        };
        const sock_fprog program{.len = std::size(filter), .filter = filter};
        if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
            ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0)
            result.emplace(function());
    }).join();
    return result;
}

}  // namespace octavo::test
