#include <vector>

std::vector<double> level_averages(TreeNode* root) {
    std::vector<double> means;
    std::vector<TreeNode*> level{root};
    while (!level.empty()) {
        long long sum = 0;
        std::vector<TreeNode*> below;
        for (TreeNode* node : level) {
            sum += node->val;
            if (node->left != nullptr) below.push_back(node->left);
            if (node->right != nullptr) below.push_back(node->right);
        }
        means.push_back(static_cast<double>(sum) / static_cast<double>(level.size()));
        level.swap(below);
    }
    return means;
}
